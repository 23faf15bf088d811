using System.Security.Cryptography;
using System.Text;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Readiness;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Readiness;

/// <summary>A proposal with the names that it needs.</summary>
/// <param name="Fingerprint">Of exactly this proposal: what is taken is what was seen.</param>
public sealed record OpenProposal(
    PreparedModule Module,
    PreparationProposal Proposal,
    DateOnly From,
    DateOnly Until,
    bool IsLate,
    IReadOnlyDictionary<PersonId, ProgrammeLeader> Leaders,
    IReadOnlyDictionary<PersonId, Facilitator> Facilitators,
    string Fingerprint
)
{
    public string SiteName(UnitId site) => Leaders.Values.First(l => l.Site.Id == site).Site.Name;

    /// <summary>From how many sites the leaders of an event come.</summary>
    public int SitesOf(ProposedPreparation planned) => planned.Leaders.Select(l => Leaders[l].Site.Id).Distinct().Count();

    /// <summary>For how many of them the hour lies outside the usual shift.</summary>
    public int OutsideShift(ProposedPreparation planned) =>
        planned.Leaders.Count(l => !UsualShift.Holds(Leaders[l].Shift, planned.When.At!.Value, planned.When.Minutes));
}

/// <summary>Proposes previews and coaching groups for a module, and takes what was proposed.</summary>
public sealed class ProposalDesk(FieldcraftDb db, LeadersReading leaders, Notices notices, Words words, TimeProvider clock)
{
    /// <summary>Null when the module is not there or the viewer does not plan.</summary>
    public async Task<OpenProposal?> ProposeAsync(Viewer viewer, ModuleId id, CancellationToken cancellationToken)
    {
        if (!viewer.MayPlanPreparation() || await leaders.ModuleAsync(viewer, id, cancellationToken) is not { } module)
        {
            return null;
        }

        var today = words.Today(clock.GetUtcNow());
        var sites = await leaders.SitesAsync(module, cancellationToken);
        var people = await leaders.LeadersAsync(module.UnitPath, sites, cancellationToken);
        var facilitators = await leaders.FacilitatorsAsync(cancellationToken);
        var events = await db
            .PreparationEvents.AsNoTracking()
            .Include(e => e.Seated)
            .Where(e =>
                (e.ModuleId == id && e.State != PreparationState.Cancelled) || (e.State == PreparationState.Planned && e.On >= today)
            )
            .ToListAsync(cancellationToken);
        var (from, until, isLate) = PreparationProposal.Days(module.Module.WindowStart, today);
        var proposal = PreparationProposal.For(
            new ProposalTask(
                from,
                until,
                [.. sites.Select(s => new ProposalSite(s.Id, s.Path, s.NetworkPath, ZoneOf(s, people)))],
                Needing(module, people, [.. events.Where(e => e.ModuleId == id)]),
                [.. facilitators.Select(f => new ProposalFacilitator(f.Id, f.Language, f.Paths, Busy(f, events)))],
                PreparationCalendar.StartOf
            )
        );
        return new OpenProposal(
            module,
            proposal,
            from,
            until,
            isLate,
            people.ToDictionary(p => p.Id),
            facilitators.ToDictionary(f => f.Id),
            FingerprintOf(proposal)
        );
    }

    /// <summary>
    /// Plans what was proposed, all of it or the chosen events, and invites everybody in it. Null as <see cref="ProposeAsync"/>. Refused:
    /// <c>preparation-proposal-changed</c> when another proposal would be made now; <c>preparation-nothing-proposed</c>.
    /// </summary>
    /// <param name="only">Places in the proposal; null: all.</param>
    public async Task<Outcome<int>?> TakeAsync(
        Viewer viewer,
        ModuleId id,
        string? fingerprint,
        IReadOnlyCollection<int>? only,
        CancellationToken cancellationToken
    )
    {
        if (await ProposeAsync(viewer, id, cancellationToken) is not { } open)
        {
            return null;
        }

        if (open.Fingerprint != fingerprint)
        {
            return (Outcome<int>)new Refusal("preparation-proposal-changed");
        }

        var chosen = open.Proposal.Events.Where((_, i) => only is null || only.Contains(i)).ToList();
        if (chosen.Count == 0)
        {
            return (Outcome<int>)new Refusal("preparation-nothing-proposed");
        }

        var now = clock.GetUtcNow();
        var told = new HashSet<PersonId>();
        foreach (var proposed in chosen)
        {
            var planned = PreparationEvent.Plan(Id.New<PreparationEventId>(now), id, FactsOf(proposed), viewer.PersonId, now);
            db.Add(planned);
            foreach (var leader in proposed.Leaders)
            {
                planned.Invite(leader, viewer.PersonId, now);
                if (told.Add(leader))
                {
                    notices.Tell(leader, ReadinessNotices.Invited, ReadinessLinks.Mine(id), viewer.PersonId);
                }
            }

            // Straight into the calendar: the facilitator is asked nothing more.
            var facts = PreparationCalendar.FactsOf(planned);
            db.Add(
                Appointment.Make(
                    Id.New<AppointmentId>(now),
                    proposed.Facilitator,
                    facts.Source,
                    facts.Kind,
                    facts.AskedBy,
                    facts.When,
                    facts.Address,
                    now
                )
            );
        }

        foreach (var facilitator in chosen.Select(c => c.Facilitator).Distinct())
        {
            notices.Tell(facilitator, ReadinessNotices.Holds, ReadinessLinks.Room, viewer.PersonId);
        }

        await db.SaveChangesAsync(cancellationToken);
        return (Outcome<int>)chosen.Count;
    }

    /// <summary>A proposed event as it is planned: with room for more, up to the usual size.</summary>
    internal static PreparationFacts FactsOf(ProposedPreparation proposed) =>
        new(
            proposed.Kind,
            proposed.SiteId,
            null,
            proposed.When,
            proposed.Language,
            proposed.Shift,
            proposed.Facilitator,
            PreparationSize.Of(proposed.Kind).LeadersAtMost
        );

    /// <summary>Everybody who still needs a preview or a coaching group of the module, as the proposal wants to know it.</summary>
    internal static IReadOnlyList<ProposalLeader> Needing(
        PreparedModule module,
        IReadOnlyList<ProgrammeLeader> people,
        IReadOnlyList<PreparationEvent> events
    )
    {
        var seats = events
            .SelectMany(
                e => e.Seated.Where(s => PreparationDesk.IsOpen(s.State) || s.State == PreparationSeatState.Attended),
                (e, s) => (e, s)
            )
            .ToLookup(x => (x.s.PersonId, x.e.Kind), x => x.e.On);
        return
        [
            .. people
                .Select(p => new ProposalLeader(
                    p.Id,
                    p.Site.Id,
                    p.Shift,
                    module.LanguageFor(p.Language),
                    !seats[(p.Id, PreparationKind.Preview)].Any(),
                    !seats[(p.Id, PreparationKind.Coaching)].Any(),
                    seats[(p.Id, PreparationKind.Preview)].Select(d => (DateOnly?)d).Max()
                ))
                .Where(p => p.NeedsPreview || p.NeedsCoaching),
        ];
    }

    private static string ZoneOf(Site site, IReadOnlyList<ProgrammeLeader> people) =>
        people.FirstOrDefault(p => p.Site.Id == site.Id)?.TimeZone ?? "UTC";

    private static IReadOnlyList<Stretch> Busy(Facilitator facilitator, IReadOnlyList<PreparationEvent> events) =>
        [.. events.Where(e => e.IsPlanned && e.FacilitatorId == facilitator.Id).Select(e => PreparationCalendar.StretchOf(e.When))];

    private static string FingerprintOf(PreparationProposal proposal)
    {
        var text = new StringBuilder();
        foreach (var e in proposal.Events)
        {
            text.Append(e.Kind)
                .Append(e.SiteId.Value)
                .Append(e.When)
                .Append(e.Facilitator.Value)
                .AppendJoin(',', e.Leaders.Select(l => l.Value));
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..32];
    }
}
