using Fieldcraft.Domain.Home;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features.Rhythm.Nudging;
using Fieldcraft.Web.Features.Rhythm.Own.ChooseTellings;
using Fieldcraft.Web.Features.Rhythm.Own.SayRhythm;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Rhythm;

internal static class RhythmApi
{
    private const string OwnChoice = "A person's own choices, sent whole; their last word counts.";

    public static void Map(RouteGroupBuilder rhythm)
    {
        rhythm
            .MapGet("/", ReadAsync)
            .WithName("ReadRhythm")
            .WithSummary("Your time a week, your hours, how you are told, and whether nudges rest.")
            .Produces<RhythmJson>();
        rhythm
            .MapPut("/", SayAsync)
            .WithName("SayRhythm")
            .WithSummary("Says how much time you give and when you work.")
            .WithoutVersion(OwnChoice)
            .Produces(204);
        rhythm
            .MapPut("/tellings", ChooseAsync)
            .WithName("ChooseTellings")
            .WithSummary("Chooses how each kind of notice is told, how often a digest comes, and the quiet hours.")
            .WithoutVersion(OwnChoice)
            .Produces(204);
        rhythm
            .MapGet("/load", LoadAsync)
            .WithName("ReadLoad")
            .WithSummary("What is asked of you this month, from where, and your cap.")
            .Produces<LoadJson>();
        rhythm
            .MapPut("/cap", CapAsync)
            .WithName("CapLoad")
            .WithSummary("Sets how many minutes in a month may be asked of you; null for no limit.")
            .WithoutVersion(OwnChoice)
            .Produces(204);
        rhythm
            .MapGet("/nudges", NudgesAsync)
            .WithName("ListNudges")
            .WithSummary("Your nudges of the last days, newest first.")
            .Produces<Listed<NudgeJson>>();
        rhythm
            .MapPost("/nudges/{id:guid}/answer", AnswerAsync)
            .WithName("AnswerNudge")
            .WithSummary("Takes a nudge up: done, notYet or opened. Done says of a try that it took place.")
            .WithoutVersion("The first answer counts; a second one changes nothing.")
            .Produces(204);
        rhythm
            .MapPost("/nudges/{id:guid}/dismissal", DismissAsync)
            .WithName("DismissNudge")
            .WithSummary("Dismisses a nudge; after several, all rest until you resume them.")
            .WithoutVersion("The first answer counts; a second one changes nothing.")
            .Produces(204);
        rhythm
            .MapPost("/nudges/resumption", ResumeAsync)
            .WithName("ResumeNudges")
            .WithSummary("Lets nudges come again.")
            .WithoutVersion(OwnChoice)
            .Produces(204);
        rhythm
            .MapPost("/calendar", OpenCalendarAsync)
            .WithName("OpenCalendar")
            .WithSummary("Makes the address of your calendar feed; it is shown this once, and the one before is over.")
            .RepeatsFreely() // The address is shown once and kept nowhere, not even for a repeated request.
            .Produces<CalendarJson>(201);
        rhythm
            .MapDelete("/calendar", CloseCalendarAsync)
            .WithName("CloseCalendar")
            .WithSummary("Ends your calendar feed.")
            .WithoutVersion("Ending a feed that has ended changes nothing.")
            .Produces(204);
    }

    private static async Task<IResult> ReadAsync(RhythmDesk desk, Viewer viewer, Rules rules, CancellationToken cancellationToken) =>
        Results.Ok(RhythmJson.Of(await desk.ReadAsync(viewer.PersonId, cancellationToken), rules.Rhythm));

    private static async Task<IResult> SayAsync(RhythmInput input, RhythmDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        input.WorksFrom is null != input.WorksUntil is null
            ? Api.InputProblem.Missing(input.WorksFrom is null ? "worksFrom" : "worksUntil")
            : Problem.Answer(await desk.SayAsync(viewer, input.Wording(), cancellationToken));

    private static async Task<IResult> ChooseAsync(TellingsBody body, RhythmDesk desk, Viewer viewer, CancellationToken cancellationToken)
    {
        if (body.QuietFrom is null != body.QuietUntil is null)
        {
            return Api.InputProblem.Missing(body.QuietFrom is null ? "quietFrom" : "quietUntil");
        }

        var kinds = ChooseTellingsModel.Known(body.Kinds ?? new Dictionary<string, Telling>(StringComparer.Ordinal));
        if (body.Kinds is not null && kinds.Count < body.Kinds.Count)
        {
            return Api.InputProblem.Unknown("kinds");
        }

        var quiet = body is { QuietFrom: { } from, QuietUntil: { } until } ? new DayHours(from, until) : null;
        return Problem.Answer(await desk.ChooseTellingsAsync(viewer, new TellingWording(quiet, body.Digest, kinds), cancellationToken));
    }

    private static async Task<IResult> LoadAsync(
        LoadReading load,
        Viewer viewer,
        Words words,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var today = words.Today(clock.GetUtcNow());
        var account = await load.MonthAsync(viewer.PersonId, today, cancellationToken);
        var asked = await load.AskedByAsync(viewer, today, cancellationToken);
        return Results.Ok(
            new LoadJson(account.Month, account.Minutes, account.CapMinutes, account.IsFull, account.Lines, asked.Minutes, asked.People)
        );
    }

    private static async Task<IResult> CapAsync(
        CapBody body,
        RhythmDesk desk,
        Viewer viewer,
        Words words,
        TimeProvider clock,
        CancellationToken cancellationToken
    ) => Problem.Answer(await desk.CapLoadAsync(viewer, body.MinutesAMonth, words.Today(clock.GetUtcNow()), cancellationToken));

    private static async Task<IResult> NudgesAsync(NudgeDesk nudges, Viewer viewer, CancellationToken cancellationToken) =>
        Results.Ok(
            Listed.Whole(
                (await nudges.ListAsync(viewer, cancellationToken)).Select(n => new NudgeJson(
                    n.Id.Value,
                    n.Step,
                    n.ItemId,
                    n.On,
                    n.Takes,
                    n.At,
                    n.End,
                    n.DismissedAt,
                    NudgeDesk.AddressOf(n)
                ))
            )
        );

    private static async Task<IResult> AnswerAsync(
        Guid id,
        NudgeAnswerBody body,
        NudgeDesk nudges,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (body.End is not { } end)
        {
            return Api.InputProblem.Missing("end");
        }

        if (await nudges.FindAsync(viewer, id, cancellationToken) is not { } nudge)
        {
            return Problem.NotFound.Result();
        }

        await nudges.TakeAsync(nudge, end, cancellationToken);
        return Results.NoContent();
    }

    private static async Task<IResult> DismissAsync(Guid id, NudgeDesk nudges, Viewer viewer, CancellationToken cancellationToken)
    {
        if (await nudges.FindAsync(viewer, id, cancellationToken) is not { } nudge)
        {
            return Problem.NotFound.Result();
        }

        await nudges.DismissAsync(nudge, cancellationToken);
        return Results.NoContent();
    }

    private static async Task<IResult> ResumeAsync(RhythmDesk desk, Viewer viewer, CancellationToken cancellationToken)
    {
        await desk.ResumeNudgesAsync(viewer, cancellationToken);
        return Results.NoContent();
    }

    private static async Task<IResult> OpenCalendarAsync(
        RhythmDesk desk,
        Viewer viewer,
        Settings settings,
        CancellationToken cancellationToken
    )
    {
        var address = settings.PublicAddress + RhythmLinks.Feed(await desk.OpenCalendarAsync(viewer, cancellationToken));
        return Results.Created((string?)null, new CalendarJson(address));
    }

    private static async Task<IResult> CloseCalendarAsync(RhythmDesk desk, Viewer viewer, CancellationToken cancellationToken)
    {
        await desk.CloseCalendarAsync(viewer, cancellationToken);
        return Results.NoContent();
    }

    internal sealed record TellingsBody(
        DigestEvery Digest = DigestEvery.Week,
        TimeOnly? QuietFrom = null,
        TimeOnly? QuietUntil = null,
        Dictionary<string, Telling>? Kinds = null
    );

    internal sealed record CapBody(int? MinutesAMonth);

    internal sealed record NudgeAnswerBody(NudgeEnd? End);

    private sealed record NudgeJson(
        Guid Id,
        StepKind Step,
        Guid? Item,
        DateOnly? On,
        int Minutes,
        DateTimeOffset At,
        NudgeEnd? End,
        DateTimeOffset? DismissedAt,
        string Address
    );

    private sealed record CalendarJson(string Address);

    private sealed record LoadJson(
        DateOnly Month,
        int Minutes,
        int? CapMinutes,
        bool IsFull,
        IReadOnlyList<LoadLine> Lines,
        int MinutesAskedOfOthers,
        int PeopleAsked
    );

    private sealed record RhythmJson(
        int MinutesAWeek,
        bool IsTimeSaid,
        TimeOnly? WorksFrom,
        TimeOnly? WorksUntil,
        IEnumerable<DayOfWeek> WorksOn,
        DayOfWeek? ReflectsOn,
        DateOnly? AwayUntil,
        bool WantsNudges,
        DateTimeOffset? NudgesPausedAt,
        DigestEvery Digest,
        TimeOnly? QuietFrom,
        TimeOnly? QuietUntil,
        IReadOnlyDictionary<string, Telling> Kinds,
        int? CapMinutes,
        DateTimeOffset? CalendarMadeAt
    )
    {
        public static RhythmJson Of(PersonalRhythm? rhythm, RhythmRules rules) =>
            new(
                rhythm?.MinutesAWeek ?? rules.MinutesAWeekOffered,
                rhythm?.MinutesAWeek is not null,
                rhythm?.WorksFrom,
                rhythm?.WorksUntil,
                RhythmInput.Of(rhythm, rules).WorksOn ?? [],
                rhythm?.ReflectsOn,
                rhythm?.AwayUntil,
                rhythm?.WantsNudges ?? true,
                rhythm?.NudgesPausedAt,
                rhythm?.Digest ?? DigestEvery.Week,
                rhythm?.QuietFrom,
                rhythm?.QuietUntil,
                NoticeKinds.All.ToDictionary(k => k.Key, k => Mailing.RhythmMail.TellingOf(k, rhythm?.Tellings), StringComparer.Ordinal),
                rhythm?.MinutesAMonthAtMost,
                rhythm?.CalendarMadeAt
            );
    }
}
