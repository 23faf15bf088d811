using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Checks;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features.Frameworks;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Running;
using Fieldcraft.Web.Security;
using InputProblem = Fieldcraft.Web.Api.InputProblem;

namespace Fieldcraft.Web.Features.Checks;

/// <summary>The owner's side. No operation, for anybody, tells who answered or opens an answer.</summary>
internal static class ChecksApi
{
    private const string Once = "It happens once: a round that is not in the state for it is refused, and no text is overwritten.";

    public static void Map(RouteGroupBuilder checks)
    {
        checks
            .MapGet("/", ListAsync)
            .WithName("ListAssessments")
            .WithSummary("Your checks, newest first.")
            .Produces<Listed<AssessmentJson>>();
        checks
            .MapGet("/{id:guid}", FindAsync)
            .WithName("ReadAssessment")
            .WithSummary("One check of yours: the own view, and how far the round is.")
            .Produces<AssessmentJson>();
        checks.MapPost("/", RateAsync).WithName("RateSelf").WithSummary("The own view, which comes first.").Produces<Changed>(201);
        checks
            .MapPut("/{id:guid}/self", RateAgainAsync)
            .WithName("RateSelfAgain")
            .WithSummary("Says the own view anew, before others are asked; send the version you changed in If-Match.")
            .Produces<Changed>();
        checks
            .MapDelete("/{id:guid}", RemoveAsync)
            .WithName("RemoveAssessment")
            .WithSummary("Removes a check with everything said in it; a round that runs is called off.")
            .Produces(204)
            .WithoutVersion("It removes whatever was said, whichever version that is.");
        checks
            .MapGet("/{id:guid}/raters", RatersAsync)
            .WithName("ListRaters")
            .WithSummary("Whom you ask. Whether they answered is said nowhere.")
            .Produces<Listed<RaterJson>>();
        checks
            .MapPost("/{id:guid}/raters", ProposeAsync)
            .WithName("ProposeRater")
            .WithSummary("Writes somebody onto the list; nobody is told before the launch.")
            .Produces<Made>(201)
            .WithoutVersion("It adds one rater and overwrites nothing.");
        checks
            .MapDelete("/{id:guid}/raters/{rater:guid}", LeaveOutAsync)
            .WithName("LeaveRaterOut")
            .WithSummary("Takes somebody off the list, before the launch.")
            .Produces(204)
            .WithoutVersion("A rater is on the list or not; no text is overwritten.");
        checks
            .MapPost("/{id:guid}/launch", LaunchAsync)
            .WithName("LaunchAssessment")
            .WithSummary("Asks everybody on the list. From then on raters, questions and minimum sizes are fixed.")
            .Produces(204)
            .WithoutVersion(Once);
        checks
            .MapPost("/{id:guid}/reminding", RemindAsync)
            .WithName("RemindRaters")
            .WithSummary("Reminds those who have not answered; you do not learn who that is.")
            .Produces(204)
            .WithoutVersion(Once);
        checks
            .MapPost("/{id:guid}/calling-off", CallOffAsync)
            .WithName("CallAssessmentOff")
            .WithSummary("Ends a round without a report; what was answered goes unread.")
            .Produces(204)
            .WithoutVersion(Once);
        checks
            .MapPost("/{id:guid}/closing", CloseAsync)
            .WithName("CloseAssessment")
            .WithSummary("Closes a round once enough have answered: the report is made, and the answers are destroyed.")
            .Produces(204)
            .WithoutVersion(Once);
        checks
            .MapGet("/{id:guid}/report", ReportAsync)
            .WithName("ReadAssessmentReport")
            .WithSummary("What others said, in groups that are large enough. 404 until the round is closed.")
            .Produces<ReportJson>();
    }

    private static async Task<IResult> ListAsync(ChecksReading reading, Viewer viewer, CancellationToken cancellationToken) =>
        Results.Ok(Listed.Whole((await reading.ListAsync(viewer, cancellationToken)).Select(AssessmentJson.Of)));

    private static async Task<IResult> FindAsync(
        Guid id,
        HttpContext http,
        ChecksReading reading,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        await reading.FindAsync(viewer, LeadershipCheckId.From(id), cancellationToken) is { } own
            ? http.Versioned(own.Check.Version, AssessmentJson.Of(own))
            : Problem.NotFound.Result();

    private static async Task<IResult> RateAsync(
        SelfViewInput input,
        FrameworkReading frameworks,
        CheckDesk desk,
        Rules rules,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        var catalogue = await frameworks.InUseAsync(cancellationToken);
        if (InputProblem.All(input.Problems(id => catalogue.Find(id) is { IsHidden: false }, rules.Checks)) is { } problem)
        {
            return problem;
        }

        var check = await desk.RateSelfAsync(viewer, catalogue.Id, input.Form, input.ToRatings(), cancellationToken);
        return Results.Created($"/api/v1/assessments/{check.Id.Value}", new Changed(check.Id.Value, check.Version));
    }

    private static async Task<IResult> RateAgainAsync(
        Guid id,
        SelfViewInput input,
        HttpContext http,
        ChecksReading reading,
        CheckDesk desk,
        Rules rules,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (await reading.FindAsync(viewer, LeadershipCheckId.From(id), cancellationToken) is not { } own)
        {
            return Problem.NotFound.Result();
        }

        if (http.Request.VersionMatched() is not { } version)
        {
            return Problem.IfMatchNeeded.Result();
        }

        if (InputProblem.All(input.Problems(capability => own.Catalogue.Find(capability) is not null, rules.Checks)) is { } problem)
        {
            return problem;
        }

        if (version != own.Check.Version)
        {
            return Problem.Meanwhile(input, AssessmentJson.Of(own));
        }

        var outcome = await desk.RateAgainAsync(viewer, own.Id, input.ToRatings(), cancellationToken);
        if (outcome is not { IsDone: true })
        {
            return Problem.Answer(outcome);
        }

        http.Response.SetVersion(version + 1);
        return Results.Ok(new Changed(id, version + 1));
    }

    private static async Task<IResult> RemoveAsync(Guid id, CheckDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.RemoveAsync(viewer, LeadershipCheckId.From(id), cancellationToken));

    private static async Task<IResult> RatersAsync(
        Guid id,
        HttpRequest request,
        ChecksReading reading,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        await reading.FindAsync(viewer, LeadershipCheckId.From(id), cancellationToken) is { } own
            ? Results.Ok(Listed.Whole((await reading.RatersAsync(viewer, own.Id, cancellationToken)).Select(r => RaterJson.Of(r, request))))
            : Problem.NotFound.Result();

    private static async Task<IResult> ProposeAsync(
        Guid id,
        RaterInput input,
        CheckDesk desk,
        ReaderSearch people,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (input.Problem() is { } problem)
        {
            return problem;
        }

        var name = input.Name?.Trim();
        if (input.Person is { } person)
        {
            if (await people.NamedAsync(viewer, [PersonId.From(person)], cancellationToken) is not [var known])
            {
                return InputProblem.Of("person", "unknown");
            }

            name = known.Name;
        }

        var address = new RaterAddress(name!, string.IsNullOrWhiteSpace(input.Email) ? null : input.Email.Trim(), input.Person);
        return await desk.ProposeAsync(viewer, LeadershipCheckId.From(id), input.Group!.Value, address, cancellationToken) switch
        {
            null => Problem.NotFound.Result(),
            { Refusal: { } refusal } => Problem.Refused(refusal),
            { Value: var rater } => Results.Created($"/api/v1/assessments/{id}/raters", new Made(rater.Value)),
        };
    }

    private static async Task<IResult> LeaveOutAsync(
        Guid id,
        Guid rater,
        CheckDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) => Problem.Answer(await desk.LeaveOutAsync(viewer, LeadershipCheckId.From(id), RaterInvitationId.From(rater), cancellationToken));

    private static async Task<IResult> LaunchAsync(Guid id, CheckDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.LaunchAsync(viewer, LeadershipCheckId.From(id), cancellationToken));

    private static async Task<IResult> RemindAsync(Guid id, CheckDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.RemindAsync(viewer, LeadershipCheckId.From(id), cancellationToken));

    private static async Task<IResult> CallOffAsync(Guid id, CheckDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.CallOffAsync(viewer, LeadershipCheckId.From(id), cancellationToken));

    private static async Task<IResult> CloseAsync(Guid id, CheckDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.CloseAsync(viewer, LeadershipCheckId.From(id), cancellationToken));

    private static async Task<IResult> ReportAsync(Guid id, ChecksReading reading, Viewer viewer, CancellationToken cancellationToken) =>
        await reading.FindAsync(viewer, LeadershipCheckId.From(id), cancellationToken) is { Report: { } report }
            ? Results.Ok(ReportJson.Of(report))
            : Problem.NotFound.Result();
}

/// <summary>What the API takes as a view of one's own: ratings 1–7 by capability, null for not observed; or, in the full form, statements.</summary>
public sealed record SelfViewInput(
    CheckForm Form = CheckForm.Fast,
    IReadOnlyDictionary<string, int?>? Ratings = null,
    IReadOnlyDictionary<string, IReadOnlyList<int?>>? Statements = null
)
{
    internal CapabilityRatings ToRatings() => RatingsInput.Of(Ratings, Statements);

    internal IReadOnlyList<Domain.Shared.InputProblem> Problems(Func<string, bool> isKnown, CheckRules rules)
    {
        var ratings = ToRatings();
        return ratings.Ratings.Count > rules.CapabilitiesAtMost
            ? [new Domain.Shared.InputProblem("ratings", InputProblems.WrongCount)]
            : ratings.Problems(isKnown);
    }
}

internal static class RatingsInput
{
    /// <summary>Statements say what their capability is rated; ratings stand for those without statements.</summary>
    public static CapabilityRatings Of(
        IReadOnlyDictionary<string, int?>? ratings,
        IReadOnlyDictionary<string, IReadOnlyList<int?>>? statements
    )
    {
        var full = CapabilityRatings.OfStatements(statements ?? new Dictionary<string, IReadOnlyList<int?>>(StringComparer.Ordinal));
        var all = full.Ratings.ToDictionary(StringComparer.Ordinal);
        foreach (var (capability, rating) in ratings ?? new Dictionary<string, int?>(StringComparer.Ordinal))
        {
            all.TryAdd(capability, rating);
        }

        return full with
        {
            Ratings = all,
        };
    }
}

/// <summary>Somebody to ask: by name, with an e-mail address or as a person who signs in here; without either you hand the link over.</summary>
public sealed record RaterInput(RaterGroup? Group, string? Name = null, string? Email = null, Guid? Person = null)
{
    internal IResult? Problem() =>
        Group is null ? InputProblem.Missing("group")
        : Person is null && string.IsNullOrWhiteSpace(Name) ? InputProblem.Missing("name")
        : Name?.Trim().Length > RaterInvitation.NameLength ? InputProblem.TooLong("name", RaterInvitation.NameLength)
        : Email?.Trim().Length > DirectoryFacts.EmailLength ? InputProblem.TooLong("email", DirectoryFacts.EmailLength)
        : !string.IsNullOrWhiteSpace(Email) && !new EmailAddressAttribute().IsValid(Email) ? InputProblem.Of("email", "not-an-address")
        : null;
}

/// <summary>Where a check stands.</summary>
public enum AssessmentState
{
    OwnView,
    Running,
    Closed,
}

/// <summary>A check as the API shows it to its owner.</summary>
public sealed record AssessmentJson(
    Guid Id,
    AssessmentState State,
    CheckForm Form,
    Guid Edition,
    IReadOnlyDictionary<string, int?> Ratings,
    IReadOnlyDictionary<string, IReadOnlyList<int?>> Statements,
    DateTimeOffset RatedAt,
    DateOnly? ClosesOn,
    DateTimeOffset? ClosedAt,
    int Version
)
{
    internal static AssessmentJson Of(OwnCheck own) =>
        new(
            own.Id.Value,
            own.Check.IsClosed ? AssessmentState.Closed
                : own.Check.IsLaunched ? AssessmentState.Running
                : AssessmentState.OwnView,
            own.Check.Form,
            own.Check.EditionId.Value,
            own.Own.Ratings,
            own.Own.Statements,
            own.Check.RatedAt,
            own.Check.ClosesOn,
            own.Check.ClosedAt,
            own.Check.Version
        );
}

/// <summary>Somebody who is asked. A link stands here only where its owner hands it over.</summary>
public sealed record RaterJson(Guid Id, RaterGroup Group, string Name, string? Email, Guid? Person, string? Link)
{
    internal static RaterJson Of(OwnRater rater, HttpRequest request) =>
        new(
            rater.Id.Value,
            rater.Group,
            rater.Address.Name,
            rater.Address.Email,
            rater.Address.Person,
            rater.Link is null ? null : request.Site() + ChecksLinks.Answer(rater.Link)
        );
}

/// <summary>A report as the API shows it: means to one decimal, as on the pages.</summary>
public sealed record ReportJson(
    int? Answered,
    IReadOnlyDictionary<string, CapabilityViewsJson> Capabilities,
    IReadOnlyList<string> Comments,
    bool CommentsWithheld
)
{
    internal static ReportJson Of(CheckReport report) =>
        new(
            report.Answered,
            report.Capabilities.ToDictionary(c => c.Key, c => CapabilityViewsJson.Of(c.Value), StringComparer.Ordinal),
            report.Comments,
            report.CommentsWithheld
        );
}

public sealed record CapabilityViewsJson(GroupViewJson? All, IReadOnlyList<GroupViewJson> Groups, GroupViewJson? ButBosses)
{
    internal static CapabilityViewsJson Of(CapabilityViews views) =>
        new(GroupViewJson.From(views.All), [.. views.Groups.Select(g => GroupViewJson.From(g)!)], GroupViewJson.From(views.ButBosses));
}

/// <summary>A figure; <c>mean</c> is null for a band, where only "mostly around 1 to 3" is said.</summary>
public sealed record GroupViewJson(
    IReadOnlyList<RaterGroup> Groups,
    int Raters,
    double? Mean,
    double? Rwg,
    IReadOnlyList<int>? Spread,
    bool IsBand
)
{
    internal static GroupViewJson? From(GroupView? view) =>
        view is null
            ? null
            : new(
                view.Of,
                view.Raters,
                view.IsBand ? null : Math.Round(view.Mean, 1, MidpointRounding.AwayFromZero),
                view.Rwg is { } rwg ? Math.Round(rwg, 2) : null,
                view.Spread,
                view.IsBand
            );
}
