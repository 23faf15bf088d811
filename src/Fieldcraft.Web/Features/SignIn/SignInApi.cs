using Fieldcraft.Domain.People;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features.Account;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.SignIn;

/// <summary>Coming in and handing out codes, for programs.</summary>
internal static class SignInApi
{
    private const int MostSlips = 200;

    // What these answer is a secret, or comes with a cookie: it is not kept, not even sealed, to be given again for a repeated request.
    public static void Map(RouteGroupBuilder api)
    {
        var signIn = api.MapGroup("/sign-in").RequireAuthorization(Policies.Anyone).WithTags("sign-in").RepeatsFreely();
        signIn
            .MapPost("/", SignInAsync)
            .WithName("SignIn")
            .WithSummary("Signs in by user name and password, or by personnel number and PIN; the answer sets the session cookie.")
            .Produces<MeJson>()
            .RepeatsFreely();
        signIn
            .MapDelete("/", SignOutAsync)
            .WithName("SignOut")
            .WithSummary("Ends this session.")
            .Produces(204)
            .WithoutVersion("A session is ended, whatever became of it.");
        signIn
            .MapPost("/links", AskForLinkAsync)
            .WithName("AskForLink")
            .WithSummary("Sends a link to choose a new password, if the name is known and has an e-mail address.")
            .Produces(202);
        signIn
            .MapPost("/activations", ActivateAsync)
            .WithName("Activate")
            .WithSummary("Uses a link or a slip up, sets the password and signs in.")
            .Produces<MeJson>()
            .RepeatsFreely();
        signIn
            .MapPost("/pins", ChoosePinAsync)
            .WithName("ChoosePin")
            .WithSummary("Uses a slip up and sets a PIN, by which somebody without e-mail says who they are. Nobody is signed in.")
            .Produces(204)
            .RepeatsFreely();
        var codes = api.MapGroup("/people").RequireAuthorization(Policies.HandsOutCodes).WithTags("people").RepeatsFreely();
        codes
            .MapPost("/slips", MakeSlipsAsync)
            .WithName("MakeSlips")
            .WithSummary("Makes one-time codes for people; each is shown this once, and its owner is told.")
            .Produces<SlipsJson>();
        codes
            .MapPost("/{id:guid}/sign-in-link", SendLinkAsync)
            .WithName("SendSignInLink")
            .WithSummary("Sends a person a link to choose a password; the owner is told.")
            .Produces(202)
            .WithoutVersion("A new link ends the one before; nothing is overwritten.");
    }

    private static async Task<IResult> SignInAsync(
        SignInBody body,
        HttpContext http,
        PasswordSignIn passwords,
        SignInDesk desk,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (!OwnOrigin.IsOwn(http.Request))
        {
            return Problem.CrossSite.Result();
        }

        if (
            Lacking(
                ("username", body.Username, SignInAccount.UserNameLength),
                ("password", body.Password, SignInAccount.LongestPassword)
            ) is
            { } problem
        )
        {
            return problem;
        }

        var tried = await passwords.TryAsync(body.Username!, body.Password!, cancellationToken);
        if (tried.Wait is { } wait)
        {
            return Problem.Wait(http, wait);
        }

        if (tried.Person is not { } person)
        {
            return Problem.SignInWrong.Result();
        }

        var viewer = await desk.StartAsync(person, tried.Proof, body.SharedDevice, cancellationToken);
        return Results.Ok(MeJson.Of(viewer, clock.GetUtcNow()));
    }

    private static async Task<IResult> SignOutAsync(HttpContext http, SignInDesk desk, CancellationToken cancellationToken)
    {
        if (http.ViewerOrNull() is { SessionId: not null } viewer)
        {
            await desk.EndAsync(viewer, cancellationToken);
        }

        return Results.NoContent();
    }

    private static async Task<IResult> AskForLinkAsync(
        AskBody body,
        HttpContext http,
        LinkRequests requests,
        CancellationToken cancellationToken
    )
    {
        if (Lacking(("username", body.Username, SignInAccount.UserNameLength)) is { } problem)
        {
            return problem;
        }

        return await requests.AskAsync(body.Username!, cancellationToken) is { } wait ? Problem.Wait(http, wait) : Results.Accepted();
    }

    private static async Task<IResult> ActivateAsync(
        ActivationBody body,
        HttpContext http,
        Activation activation,
        SignInDesk desk,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (!OwnOrigin.IsOwn(http.Request))
        {
            return Problem.CrossSite.Result();
        }

        if (body.Link is null && Lacking(("number", body.Number, SignInAccount.UserNameLength), ("code", body.Code, 40)) is { } problem)
        {
            return problem;
        }

        if (Passwords.Objection(body.Password, body.Number ?? "") is { } objection)
        {
            return InputProblem.Of("password", objection.Split('.')[^1].Replace('_', '-'), SignInAccount.ShortestPassword);
        }

        var tried = await activation.TryAsync(new ShownCode(body.Link, body.Number, body.Code), body.Password!, cancellationToken);
        if (tried.Wait is { } wait)
        {
            return Problem.Wait(http, wait);
        }

        if (tried.Person is not { } person)
        {
            return Problem.CodeSpent.Result();
        }

        var viewer = await desk.StartAsync(person, Proof.Password, body.SharedDevice, cancellationToken);
        return Results.Ok(MeJson.Of(viewer, clock.GetUtcNow()));
    }

    private static async Task<IResult> ChoosePinAsync(
        PinBody body,
        HttpContext http,
        Activation activation,
        CancellationToken cancellationToken
    )
    {
        if (!OwnOrigin.IsOwn(http.Request))
        {
            return Problem.CrossSite.Result();
        }

        if (Lacking(("number", body.Number, SignInAccount.UserNameLength), ("code", body.Code, 40)) is { } problem)
        {
            return problem;
        }

        if (PersonPin.Objection(body.Pin, body.Number) is { } objection)
        {
            return InputProblem.Of("pin", objection);
        }

        return await activation.SetPinAsync(new ShownCode(null, body.Number, body.Code), body.Pin!, cancellationToken) switch
        {
            { Wait: { } wait } => Problem.Wait(http, wait),
            { Person: null } => Problem.CodeSpent.Result(),
            _ => Results.NoContent(),
        };
    }

    private static async Task<IResult> MakeSlipsAsync(
        SlipsBody body,
        FieldcraftDb db,
        Codes codes,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        var wanted = (body.People ?? []).Distinct().Select(PersonId.From).ToArray();
        if (wanted.Length is 0 or > MostSlips)
        {
            return InputProblem.Of("people", "wrong-count", MostSlips);
        }

        var people = await db.WhoMayGetACodeFrom(viewer)
            .Where(p => wanted.Contains(p.Id))
            .OrderBy(p => p.Id)
            .ToListAsync(cancellationToken);
        if (people.Count != wanted.Length)
        {
            return Problem.NotFound.Result();
        }

        var slips = new List<PrintedSlip>();
        foreach (var person in people)
        {
            slips.Add(await codes.MakeSlipAsync(person, viewer.PersonId, cancellationToken));
        }

        await db.SaveChangesAsync(cancellationToken);
        return Results.Ok(
            new SlipsJson([.. slips.Select(s => new SlipJson(s.Person.Value, s.Name, s.Number, CodeText.Grouped(s.Code), s.ExpiresAt))])
        );
    }

    private static async Task<IResult> SendLinkAsync(
        Guid id,
        FieldcraftDb db,
        Codes codes,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        var wanted = PersonId.From(id);
        if (
            await db.WhoMayGetACodeFrom(viewer).FirstOrDefaultAsync(p => p.Id == wanted && p.Email != null, cancellationToken)
            is not { } person
        )
        {
            return Problem.NotFound.Result();
        }

        await codes.SendLinkAsync(person, viewer.PersonId, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return Results.Accepted();
    }

    private static IResult? Lacking(params (string Path, string? Value, int Most)[] fields)
    {
        foreach (var (path, value, most) in fields)
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                return InputProblem.Missing(path);
            }

            if (value.Length > most)
            {
                return InputProblem.TooLong(path, most);
            }
        }

        return null;
    }

    internal sealed record SignInBody(string? Username, string? Password, bool SharedDevice = false);

    internal sealed record AskBody(string? Username);

    internal sealed record ActivationBody(string? Link, string? Number, string? Code, string? Password, bool SharedDevice = false);

    internal sealed record PinBody(string? Number, string? Code, string? Pin);

    private sealed record SlipsJson(IReadOnlyList<SlipJson> Slips);

    private sealed record SlipJson(Guid Person, string Name, string Number, string Code, DateTimeOffset ExpiresAt);

    internal sealed record SlipsBody(IReadOnlyList<Guid>? People);
}
