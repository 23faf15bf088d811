namespace Fieldcraft.Web.Api;

/// <summary>A refusal of the API: problem+json with a stable code. docs/api/problems.md lists them all.</summary>
public sealed record Problem(string Code, int Status, string Title)
{
    public static readonly Problem SignInNeeded = new("sign-in-needed", 401, "Sign in, or send a token.");
    public static readonly Problem SealedShut = new("sealed-shut", 403, "This session may not open sealed items.");
    public static readonly Problem ScopeMissing = new("scope-missing", 403, "The token lacks the scope for this.");
    public static readonly Problem NotFound = new("not-found", 404, "Not there, or not yours to see.");
    public static readonly Problem BadInput = new("bad-input", 400, "Something in the request is missing or wrong.");
    public static readonly Problem BadNumbers = new("bad-numbers", 422, "A number is missing, off its scale or of the wrong kind.");
    public static readonly Problem Changed = new("changed-meanwhile", 412, "Somebody saved another version meanwhile.");
    public static readonly Problem IfMatchNeeded = new("if-match-needed", 428, "Send the version you changed in If-Match.");
    public static readonly Problem SetUpNeeded = new("set-up-needed", 409, "Nobody has set this installation up yet.");
    public static readonly Problem JsonNeeded = new("json-needed", 415, "Send application/json, or the form token in X-Form.");
    public static readonly Problem TooMany = new("too-many-requests", 429, "Too many requests; wait as Retry-After says.");

    /// <summary>What was asked for is not possible in this state; the code is the refusal's own.</summary>
    public static IResult Refused(Domain.Shared.Refusal refusal) => new Problem(refusal.Code, 409, "Not possible in its present state.").Result();

    public IResult Result(string? detail = null, IDictionary<string, object?>? more = null)
    {
        var extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = Code };
        foreach (var (key, value) in more ?? new Dictionary<string, object?>(StringComparer.Ordinal))
        {
            extensions[key] = value;
        }

        return Results.Problem(detail, statusCode: Status, title: Title, type: $"https://fieldcraft.example/problems/{Code}", extensions: extensions);
    }
}
