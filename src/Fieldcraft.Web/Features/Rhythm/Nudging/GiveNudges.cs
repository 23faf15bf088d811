using Fieldcraft.Domain.Home;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Features.Home;
using Fieldcraft.Web.Features.Rhythm.Mailing;
using Fieldcraft.Web.Jobs;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Rhythm.Nudging;

/// <summary>
/// Looks once an hour at everybody who has something to learn from and decides by <see cref="NudgeRule"/> whether they get a nudge. People
/// are taken in batches; who cannot have one now drops out before the rooms are asked. A nudge stands on Home; it is mailed to those who
/// want that.
/// </summary>
internal sealed class GiveNudges(FieldcraftDb db, KeyStore keys, LoadReading load, NudgeMail mail, Rules rules, TimeProvider clock) : IJob
{
    public const string JobKind = "rhythm.nudge";
    private const int BatchSize = 500;

    public string Kind => JobKind;

    public async Task RunAsync(JobRow job, CancellationToken cancellationToken)
    {
        PersonId? after = null;
        while (true)
        {
            var batch = await CandidatesAsync(after, cancellationToken);
            if (batch.Count == 0)
            {
                return;
            }

            await GiveAsync(batch, cancellationToken);
            after = batch[^1].Id;
            db.ChangeTracker.Clear();
        }
    }

    private async Task<List<Candidate>> CandidatesAsync(PersonId? after, CancellationToken cancellationToken)
    {
        var people = db.People.AsNoTracking().Where(p => p.Status == PersonStatus.Active);
        if (after is { } behind)
        {
            people = people.Where(p => p.Id.CompareTo(behind) > 0);
        }

        return await people
            .Where(p =>
                db.Assignments.Any(a => a.OwnerId == p.Id && a.EndedOn == null)
                || db.Plans.Any(x => x.OwnerId == p.Id && x.EndedAt == null)
                || db.Experiments.Any(e => e.OwnerId == p.Id && (e.State == ExperimentState.Planned || e.State == ExperimentState.Done))
                || db.Rhythms.Any(r => r.PersonId == p.Id && r.ReflectsOn != null)
            )
            .OrderBy(p => p.Id)
            .Take(BatchSize)
            .Select(p => new Candidate(p.Id, p.Email, p.Language, p.TimeZone, p.ShiftPattern))
            .ToListAsync(cancellationToken);
    }

    private async Task GiveAsync(List<Candidate> batch, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (ids, since) = (batch.Select(c => c.Id).ToList(), now.AddDays(-8));
        var rhythms = await db
            .Rhythms.AsNoTracking()
            .Include(r => r.Tellings)
            .Where(r => ids.Contains(r.PersonId))
            .ToDictionaryAsync(r => r.PersonId, cancellationToken);
        var given = (
            await db
                .Nudges.AsNoTracking()
                .Where(n => ids.Contains(n.PersonId) && n.At > since)
                .Select(n => new { n.PersonId, Given = new GivenNudge(n.Step, n.ItemId, n.Takes, n.At) })
                .ToListAsync(cancellationToken)
        ).ToLookup(n => n.PersonId, n => n.Given);

        // With nothing waiting the rule says first whether there could be a nudge at all.
        var open = batch
            .Select(c => Draft(c, rhythms.GetValueOrDefault(c.Id), [.. given[c.Id]], now))
            .Where(d =>
                NudgeRule.Decide(d.Facts, rules.Nudges, rules.Rhythm).Hold is NudgeHold.NothingWaits or NudgeHold.NoTimeLeft or null
            )
            .ToList();
        foreach (var zone in open.GroupBy(d => d.Facts.Home.Today))
        {
            await GiveAsync([.. zone], zone.Key, now, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task GiveAsync(List<DraftNudge> drafts, DateOnly today, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ids = drafts.Select(d => d.Person.Id).ToList();
        var rows = await HomeRows
            .Of(db, db.People.Where(p => ids.Contains(p.Id)), today, rules, now)
            .ToDictionaryAsync(r => r.Person, cancellationToken);
        var strained = await StrainedAsync(drafts, cancellationToken);
        foreach (var draft in drafts)
        {
            var row = rows[draft.Person.Id];
            var home = row.Facts(today, rules) with
            {
                IsStrainPositive = strained.Contains(draft.Person.Id),
                IsStrainCheckDue = row.IsStrainCheckDue(draft.Zone, today, rules.Strain),
            };
            var facts = draft.Facts with { Home = home };
            var decision = NudgeRule.Decide(facts, rules.Nudges, rules.Rhythm);
            if (decision.Step is not null && draft.Rhythm?.MinutesAMonthAtMost is not null)
            {
                // Only for somebody with a cap who would get one now: at most a few times a week.
                var account = await load.MonthAsync(draft.Person.Id, today, cancellationToken);
                decision = NudgeRule.Decide(facts with { IsLoadFull = account.IsFull }, rules.Nudges, rules.Rhythm);
            }

            if (decision.Step is { } step)
            {
                Give(draft, step, decision.Minutes, now);
            }
        }
    }

    private void Give(DraftNudge draft, NextStep step, int minutes, DateTimeOffset now)
    {
        var nudge = Nudge.Give(Id.New<NudgeId>(now), draft.Person.Id, step, minutes, now);
        db.Add(nudge);
        if (draft.Person.Email is { } email && RhythmMail.TellingOf(RhythmNotices.Nudge, draft.Rhythm?.Tellings) == Telling.AtOnce)
        {
            mail.Send(nudge, new Addressee(draft.Person.Id, email, draft.Person.Language, draft.Person.TimeZone), now);
        }
    }

    /// <summary>Whose last strain check asks for a pause. Only a keyed mark says so; see docs/security.md.</summary>
    private async Task<HashSet<PersonId>> StrainedAsync(List<DraftNudge> drafts, CancellationToken cancellationToken)
    {
        var marked = drafts.Where(d => d.Rhythm?.StrainMark is not null).ToList();
        if (marked.Count == 0)
        {
            return [];
        }

        var known = await keys.KeysOfAsync([.. marked.Select(d => d.Person.Id)], cancellationToken);
        return
        [
            .. marked
                .Where(d =>
                    StrainMarks
                        .Of(known[d.Person.Id], pauses: true, d.Rhythm!.StrainMarkedAt!.Value)
                        .AsSpan()
                        .SequenceEqual(d.Rhythm.StrainMark)
                )
                .Select(d => d.Person.Id),
        ];
    }

    private DraftNudge Draft(Candidate person, PersonalRhythm? rhythm, IReadOnlyList<GivenNudge> given, DateTimeOffset now)
    {
        var zone = TellByMail.ZoneOf(person.TimeZone);
        var local = TimeZoneInfo.ConvertTime(now, zone).DateTime;
        var today = DateOnly.FromDateTime(local);
        return new DraftNudge(
            person,
            rhythm,
            zone,
            new NudgeFacts
            {
                Home = new HomeFacts { Today = today },
                Now = now,
                LocalNow = local,
                Hours = WorkingHours.Of(rhythm?.Works, rhythm?.WorksOn, person.ShiftPattern, rules.Rhythm.Shifts),
                Quiet = rhythm?.Quiet,
                IsAway = rhythm?.AwayUntil >= today,
                WantsNudges = rhythm?.WantsNudges ?? true,
                ArePaused = rhythm?.NudgesPausedAt is not null,
                MinutesAWeek = rhythm?.MinutesAWeek ?? rules.Rhythm.MinutesAWeekOffered,
                ReflectsOn = rhythm?.ReflectsOn,
                Given = given,
            }
        );
    }

    private sealed record Candidate(PersonId Id, string? Email, string Language, string TimeZone, string ShiftPattern);

    private sealed record DraftNudge(Candidate Person, PersonalRhythm? Rhythm, TimeZoneInfo Zone, NudgeFacts Facts);
}
