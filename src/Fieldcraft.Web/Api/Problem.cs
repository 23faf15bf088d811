using System.Reflection;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Api;

/// <summary>A refusal of the API: problem+json with a stable code. docs/api/problems.md lists them all.</summary>
public sealed record Problem(string Code, int Status, string Title)
{
    public static readonly Problem BadInput = new("bad-input", 400, "Something in the request is missing or wrong.");
    public static readonly Problem BadJson = new("bad-json", 400, "The body is not JSON.");
    public static readonly Problem SignInNeeded = new("sign-in-needed", 401, "Sign in, or send a token.");
    public static readonly Problem CrossSite = new("cross-site", 403, "The request came from another site.");
    public static readonly Problem ScopeMissing = new("scope-missing", 403, "The token lacks the scope for this.");
    public static readonly Problem SealedShut = new("sealed-shut", 403, "This session may not open sealed items.");
    public static readonly Problem NotFound = new("not-found", 404, "Not there, or not yours to see.");
    public static readonly Problem WrongMethod = new(
        "wrong-method",
        405,
        "This address does not take that method; Allow lists those it takes."
    );
    public static readonly Problem KeyInUse = new(
        "idempotency-key-in-use",
        409,
        "The first request with this key still runs; repeat it in a moment."
    );
    public static readonly Problem AnswerLost = new(
        "idempotency-answer-lost",
        409,
        "The first request with this key was carried out, but its answer was lost. Look before you send it again under another key."
    );
    public static readonly Problem Changed = new("changed-meanwhile", 412, "Somebody saved another version meanwhile.");
    public static readonly Problem TooLarge = new("too-large", 413, "The body is larger than this address takes.");
    public static readonly Problem WrongMediaType = new("wrong-media-type", 415, "Send the body as application/json.");
    public static readonly Problem BadNumbers = new("bad-numbers", 422, "A number is missing, off its scale or of the wrong kind.");
    public static readonly Problem ImportUnreadable = new("import-unreadable", 422, "The file cannot be read as a directory.");
    public static readonly Problem KeyReused = new("idempotency-key-reused", 422, "This key was used with another body.");
    public static readonly Problem IfMatchNeeded = new("if-match-needed", 428, "Send the version you changed in If-Match.");
    public static readonly Problem SetUpNeeded = new("set-up-needed", 409, "Nobody has set this installation up yet.");
    public static readonly Problem SignInWrong = new("sign-in-wrong", 401, "User name and password do not belong together.");
    public static readonly Problem CodeSpent = new("code-spent", 409, "This code is not right, was used, or is too old.");
    public static readonly Problem OwnSecretNeeded = new(
        "own-secret-needed",
        403,
        "Only a session with an own password or passkey may do this."
    );
    public static readonly Problem TooMany = new("too-many-requests", 429, "Too many requests; wait as Retry-After says.");
    public static readonly Problem Bug = new("bug", 500, "Something broke here; requestId names it in the log.");
    public static readonly Problem Unavailable = new(
        "unavailable",
        503,
        "The database cannot be reached or written now; repeat as Retry-After says."
    );

    /// <summary>Every problem that is not the refusal of one kind of thing, by status and code.</summary>
    public static IReadOnlyList<Problem> All { get; } =
    [
        .. typeof(Problem)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(f => f.GetValue(null))
            .OfType<Problem>()
            .OrderBy(p => p.Status)
            .ThenBy(p => p.Code, StringComparer.Ordinal),
    ];

    /// <summary>Too many requests: says in Retry-After how long to wait.</summary>
    public static IResult Wait(HttpContext http, TimeSpan wait)
    {
        http.Response.SetTooMany(wait);
        return TooMany.Result();
    }

    public IResult Result(string? detail = null, IDictionary<string, object?>? more = null)
    {
        var extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = Code };
        foreach (var (key, value) in more ?? new Dictionary<string, object?>(StringComparer.Ordinal))
        {
            extensions[key] = value;
        }

        return Results.Problem(
            detail,
            statusCode: Status,
            title: Title,
            type: $"https://fieldcraft.example/problems/{Code}",
            extensions: extensions
        );
    }

    /// <summary>What an aggregate refused: 409 with the refusal's own code and its sentence.</summary>
    public static IResult Refused(Refusal refusal) => new RefusedAnswer(refusal);

    /// <summary>What came of a change that answers nothing: 204, 404 for what is not there or not the viewer's, 409 with the refusal.</summary>
    public static IResult Answer(Outcome? outcome) =>
        outcome switch
        {
            null => NotFound.Result(),
            { Refusal: { } refusal } => Refused(refusal),
            _ => Results.NoContent(),
        };

    /// <summary>What came of a change that nothing refuses: 204, or 404 for what is not there or not the viewer's.</summary>
    public static IResult Answer(bool done) => done ? Results.NoContent() : NotFound.Result();

    /// <summary>Another version was saved meanwhile: 412 with both, so that neither is lost.</summary>
    public static IResult Meanwhile(object? yours, object? theirs) =>
        Changed.Result(more: new Dictionary<string, object?>(StringComparer.Ordinal) { ["yours"] = yours, ["theirs"] = theirs });

    private sealed class RefusedAnswer(Refusal refusal) : IResult, IStatusCodeHttpResult
    {
        public int? StatusCode => StatusCodes.Status409Conflict;

        public Task ExecuteAsync(HttpContext httpContext)
        {
            var words = httpContext.RequestServices.GetRequiredService<Words>();
            return new Problem(refusal.Code, StatusCodes.Status409Conflict, words[$"refusal.{refusal.Code}", refusal.Arguments])
                .Result()
                .ExecuteAsync(httpContext);
        }
    }
}
