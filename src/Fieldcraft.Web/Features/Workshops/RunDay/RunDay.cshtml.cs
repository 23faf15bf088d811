using Fieldcraft.Domain.Conversations;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Workshops;
using Fieldcraft.Web.Features.Assignments;
using Fieldcraft.Web.Features.Conversations;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Workshops.RunDay;

/// <summary>The desk of those who lead the day: what is on, what comes next and when, and the few steps there are.</summary>
public sealed class RunDayModel(
    WorkshopsReading reading,
    WorkshopProgrammes programmes,
    RunDesk run,
    LiveReading liveReading,
    LiveDesk live,
    Viewer viewer,
    Words words,
    TimeProvider clock
) : PageModel
{
    private const int NextShown = 4;

    public OpenWorkshop Workshop { get; private set; } = null!;

    /// <summary>Null until the day is opened.</summary>
    public OpenSession? Open { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public LiveSessionId SessionId => LiveSessionId.From(Workshop.Id.Value);

    public IReadOnlyList<BlockStage> Stages => WorkshopRun.Stages(Workshop.Agenda, programmes.PartsOf);

    /// <summary>The block of the present stage.</summary>
    public WorkshopBlock? Present =>
        Open is { Session: { Current: not null } session } && session.Stage < Stages.Count
            ? Workshop.Agenda.Find(Stages[session.Stage].Block)
            : null;

    /// <summary>What comes next, with when it will begin as the day goes.</summary>
    public IReadOnlyList<ExpectedBlock> Next
    {
        get
        {
            if (Open is not { Session: { State: SessionState.Running or SessionState.Paused } session })
            {
                return [];
            }

            var local = WorkshopWhen.Local(Workshop.TimeZone, Now);
            var left = session.Remaining ?? (session.StageEndsAt is { } ends && ends > Now ? ends - Now : TimeSpan.Zero);
            var minutes = (int)local.TimeOfDay.TotalMinutes;
            return
            [
                .. WorkshopRun
                    .Expect(Workshop.Agenda, Stages, session.Stage, minutes, (int)Math.Ceiling(left.TotalMinutes))
                    .Take(NextShown),
            ];
        }
    }

    public string TitleOf(WorkshopBlock block) => block.Title ?? words[$"workshops.block.{block.Key}"];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    /// <summary>What changes on the page, for the script; nothing when nothing did.</summary>
    public async Task<IActionResult> OnGetNowAsync(Guid id, CancellationToken cancellationToken)
    {
        var session = LiveSessionId.From(id);
        var (isThere, changed) = await liveReading.LookAsync(viewer, session, withOwn: false, PulseTags.Known(Request), cancellationToken);
        if (changed is null)
        {
            return isThere ? StatusCode(StatusCodes.Status304NotModified) : NotFound();
        }

        if (await reading.FindAsync(viewer, WorkshopId.From(id), cancellationToken) is not { Leads: true } workshop)
        {
            return NotFound();
        }

        (Workshop, Open) = (workshop, changed);
        PulseTags.Set(Response, changed.Session.Pulse);
        return Partial("_Desk", this);
    }

    /// <summary>Opens the session of the day, or brings in who enrolled since.</summary>
    public async Task<IActionResult> OnPostOpenAsync(Guid id, CancellationToken cancellationToken)
    {
        var opened = await run.OpenAsync(viewer, WorkshopId.From(id), cancellationToken);
        return opened is null || !await LoadAsync(id, cancellationToken) ? NotFound()
            : opened.Value.Refusal is { } refusal ? this.Refused(refusal)
            : this.Onward(WorkshopsLinks.Run(Workshop.Id));
    }

    /// <param name="seen">The stage that was in sight: two who press at once move one stage on.</param>
    public async Task<IActionResult> OnPostLeadAsync(Guid id, string act, int seen, CancellationToken cancellationToken)
    {
        if (StepOf(act, seen) is not { } step)
        {
            return NotFound();
        }

        var kept = await live.LeadAsync(LiveSessionId.From(id), null, step, cancellationToken);
        return kept.Kept == Kept.Missing || !await LoadAsync(id, cancellationToken) ? NotFound()
            : kept.Refusal is { } refusal ? this.Refused(refusal)
            : this.Onward(WorkshopsLinks.Run(Workshop.Id), act == "end" ? "workshops.flash.ended" : null);
    }

    private static Func<LiveSession, PersonId, DateTimeOffset, Outcome>? StepOf(string act, int seen) =>
        act switch
        {
            "begin" => (session, by, now) => session.Begin(by, now),
            "on" => (session, by, now) => session.MoveOn(by, seen, now),
            "back" => (session, by, now) => session.GoBack(by, seen, now),
            "pause" => (session, by, now) => session.Pause(by, now),
            "resume" => (session, by, now) => session.Resume(by, now),
            "more-5" => (session, by, now) => session.AddMinutes(by, 5, now),
            "end" => (session, by, now) => session.End(by, now),
            _ => null,
        };

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, WorkshopId.From(id), cancellationToken) is not { Leads: true, IsCalledOff: false } workshop)
        {
            return false;
        }

        Workshop = workshop;
        Open = workshop.HasSession ? await liveReading.FindAsync(viewer, SessionId, withOwn: false, cancellationToken) : null;
        return true;
    }
}
