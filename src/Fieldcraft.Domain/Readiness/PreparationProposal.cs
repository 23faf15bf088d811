using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;

namespace Fieldcraft.Domain.Readiness;

/// <summary>A leader of a programme, as far as a proposal needs to know them.</summary>
/// <param name="Language">The language of the module in which they take part.</param>
/// <param name="NeedsPreview">They have neither seen it nor a seat where they will.</param>
/// <param name="PreviewOn">The day of the preview that they have seen or have a seat in.</param>
public sealed record ProposalLeader(
    PersonId Id,
    UnitId SiteId,
    string Shift,
    string Language,
    bool NeedsPreview = true,
    bool NeedsCoaching = true,
    DateOnly? PreviewOn = null
);

/// <param name="Path">Its way in the tree of units; sites next to each other in the tree are near.</param>
/// <param name="NetworkPath">The way of the unit above it.</param>
public sealed record ProposalSite(UnitId Id, string Path, string NetworkPath, string TimeZone);

/// <summary>Somebody who may hold previews and coach.</summary>
/// <param name="Paths">The units that their grants cover, with everything below.</param>
public sealed record ProposalFacilitator(PersonId Id, string Language, IReadOnlyList<string> Paths, IReadOnlyList<Stretch> Busy);

/// <param name="From">The first day on which something may take place.</param>
/// <param name="Until">The last one.</param>
/// <param name="Start">The moment of a time on the clock of its place.</param>
public sealed record ProposalTask(
    DateOnly From,
    DateOnly Until,
    IReadOnlyList<ProposalSite> Sites,
    IReadOnlyList<ProposalLeader> Leaders,
    IReadOnlyList<ProposalFacilitator> Facilitators,
    Func<AppointedTime, DateTimeOffset> Start
);

public sealed record ProposedPreparation(
    PreparationKind Kind,
    UnitId SiteId,
    AppointedTime When,
    string Language,
    string Shift,
    PersonId Facilitator,
    IReadOnlyList<PersonId> Leaders
);

public enum UnplacedReason
{
    /// <summary>Nobody who may hold it speaks the language and covers one of the sites.</summary>
    NoFacilitator,

    /// <summary>Everybody who could hold it is taken at every hour that is left.</summary>
    NoHour,

    /// <summary>Nobody else of the programme prepares in this language.</summary>
    Alone,
}

/// <summary>Leaders for whom nothing could be proposed, and why.</summary>
public sealed record Unplaced(PreparationKind Kind, UnplacedReason Reason, string Language, string Shift, IReadOnlyList<PersonId> Leaders);

/// <summary>
/// Previews and coaching groups for all leaders of a module: by language and shift, near ones together, each with a facilitator, in the weeks before
/// the window opens (DOMAIN 7.4). Who watches together practises together. The same input gives the same proposal; people decide about it.
/// </summary>
public sealed record PreparationProposal(IReadOnlyList<ProposedPreparation> Events, IReadOnlyList<Unplaced> Unplaced)
{
    /// <summary>Four to two weeks before the window opens.</summary>
    public const int EarliestDaysBefore = 28;
    public const int LatestDaysBefore = 14;

    /// <summary>People need to hear of it: nothing is proposed for today or tomorrow.</summary>
    public const int NoticeDays = 2;

    /// <summary>A facilitator holds no more than this on one day.</summary>
    public const int EventsADay = 2;

    /// <summary>A language's shift with fewer leaders joins the shift before or after it.</summary>
    public const int OwnGroupFrom = 5;

    /// <summary>
    /// The days in which it takes place. When the usual weeks are nearly over, it goes on until the day before the window opens, which is then late.
    /// </summary>
    public static (DateOnly From, DateOnly Until, bool IsLate) Days(DateOnly windowStart, DateOnly today)
    {
        var usual = windowStart.AddDays(-EarliestDaysBefore);
        var from = today.AddDays(NoticeDays) > usual ? today.AddDays(NoticeDays) : usual;
        var until = windowStart.AddDays(-LatestDaysBefore);
        var isLate = from > until.AddDays(-7);
        return (from, isLate ? windowStart.AddDays(-1) : until, isLate);
    }

    public static PreparationProposal For(ProposalTask task) => new Planning(task).Make();

    /// <summary>One group on its way to a place, an hour and a facilitator.</summary>
    private sealed record Group(string Language, string Shift, IReadOnlyList<ProposalLeader> Leaders);

    private sealed class Planning(ProposalTask task)
    {
        private readonly Dictionary<UnitId, ProposalSite> _sites = task.Sites.ToDictionary(s => s.Id);
        private readonly Dictionary<PersonId, List<Stretch>> _busy = task.Facilitators.ToDictionary(f => f.Id, f => f.Busy.ToList());
        private readonly Dictionary<PersonId, int> _load = task.Facilitators.ToDictionary(f => f.Id, _ => 0);
        private readonly List<ProposedPreparation> _events = [];
        private readonly List<Unplaced> _unplaced = [];

        public PreparationProposal Make()
        {
            var seen = new List<(Group Group, DateOnly On)>();
            // Previews in the first half, as far as there are hours, so that groups have room behind them.
            var half = task.From.AddDays((task.Until.DayNumber - task.From.DayNumber) / 2);
            foreach (var group in Groups(task.Leaders.Where(l => l.NeedsPreview), PreparationSize.Preview, PreparationKind.Preview))
            {
                if (Place(PreparationKind.Preview, group, task.From, half, task.Until.AddDays(-1)) is { } on)
                {
                    seen.Add((group, on));
                }
            }

            foreach (var (group, on) in seen)
            {
                Practise(group with { Leaders = [.. group.Leaders.Where(l => l.NeedsCoaching)] }, on);
            }

            var others = task.Leaders.Where(l => l is { NeedsPreview: false, NeedsCoaching: true });
            foreach (var group in Groups(others, PreparationSize.Coaching, PreparationKind.Coaching))
            {
                var after = group.Leaders.Max(l => l.PreviewOn) is { } on && on >= task.From ? on.AddDays(1) : task.From;
                Place(PreparationKind.Coaching, group, after, task.Until, task.Until);
            }

            return new PreparationProposal(
                [.. _events.OrderBy(e => e.When.On).ThenBy(e => e.When.At).ThenBy(e => _sites[e.SiteId].Path, StringComparer.Ordinal)],
                _unplaced
            );
        }

        private void Practise(Group seen, DateOnly on)
        {
            var size = PreparationSize.Coaching;
            foreach (var leaders in GroupCut.Of(seen.Leaders, size.LeadersAtLeast, size.LeadersAtMost, DistanceOf))
            {
                Place(PreparationKind.Coaching, seen with { Leaders = leaders }, on.AddDays(1), task.Until, task.Until);
            }
        }

        private IEnumerable<Group> Groups(IEnumerable<ProposalLeader> leaders, PreparationSize size, PreparationKind kind)
        {
            foreach (var language in leaders.GroupBy(l => l.Language, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                foreach (var (shift, bucket) in Shifts([.. language]))
                {
                    if (bucket.Count == 1)
                    {
                        _unplaced.Add(new Unplaced(kind, UnplacedReason.Alone, language.Key, shift, [bucket[0].Id]));
                        continue;
                    }

                    foreach (var group in GroupCut.Of(bucket, size.LeadersAtLeast, size.LeadersAtMost, DistanceOf))
                    {
                        yield return new Group(language.Key, shift, group);
                    }
                }
            }
        }

        // Few people of one language in a shift join the smaller neighbour; the larger part decides the hour.
        private IEnumerable<(string Shift, List<ProposalLeader> Leaders)> Shifts(IReadOnlyList<ProposalLeader> language)
        {
            var shifts = language
                .GroupBy(l => l.Shift, StringComparer.Ordinal)
                .OrderBy(g => UsualShift.Place(g.Key))
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => (Shift: g.Key, Leaders: g.ToList(), Largest: g.Count()))
                .ToList();
            while (shifts.Count > 1 && shifts.FindIndex(s => s.Leaders.Count < OwnGroupFrom) is >= 0 and var small)
            {
                var other =
                    small == 0 ? 1
                    : small == shifts.Count - 1 ? small - 1
                    : shifts[small - 1].Leaders.Count <= shifts[small + 1].Leaders.Count ? small - 1
                    : small + 1;
                var (a, b) = (shifts[small], shifts[other]);
                shifts[other] = (a.Largest > b.Largest ? a.Shift : b.Shift, [.. b.Leaders, .. a.Leaders], Math.Max(a.Largest, b.Largest));
                shifts.RemoveAt(small);
            }

            return shifts.Select(s =>
                (s.Shift, s.Leaders.OrderBy(l => _sites[l.SiteId].Path, StringComparer.Ordinal).ThenBy(l => l.Id).ToList())
            );
        }

        /// <param name="wanted">The last day on which it is wanted; later ones, until the last, are taken where there is no hour before.</param>
        private DateOnly? Place(PreparationKind kind, Group group, DateOnly from, DateOnly wanted, DateOnly until)
        {
            var leaders = group.Leaders;
            if (leaders.Count == 0)
            {
                return null;
            }

            // Where most of them work; elsewhere among them when nobody may hold it there.
            var sites = leaders
                .GroupBy(l => l.SiteId)
                .OrderByDescending(g => g.Count())
                .ThenBy(g => _sites[g.Key].Path, StringComparer.Ordinal)
                .Select(g => _sites[g.Key])
                .ToList();
            var able = sites
                .Select(s => (Site: s, Facilitators: task.Facilitators.Where(f => Covers(f, s) && f.Language == group.Language).ToList()))
                .Where(s => s.Facilitators.Count > 0)
                .ToList();
            foreach (var (site, facilitators) in able)
            {
                if (
                    (
                        FirstHour(kind, group, site, facilitators, from, wanted)
                        ?? FirstHour(kind, group, site, facilitators, wanted.AddDays(1), until)
                    ) is
                    { } found
                )
                {
                    var ids = leaders.Select(l => l.Id).ToList();
                    _busy[found.Facilitator].Add(Stretch.Of(task.Start(found.When), found.When.Minutes));
                    _load[found.Facilitator]++;
                    _events.Add(new ProposedPreparation(kind, site.Id, found.When, group.Language, group.Shift, found.Facilitator, ids));
                    return found.When.On;
                }
            }

            var reason = able.Count == 0 ? UnplacedReason.NoFacilitator : UnplacedReason.NoHour;
            _unplaced.Add(new Unplaced(kind, reason, group.Language, group.Shift, [.. leaders.Select(l => l.Id)]));
            return null;
        }

        private (AppointedTime When, PersonId Facilitator)? FirstHour(
            PreparationKind kind,
            Group group,
            ProposalSite site,
            IReadOnlyList<ProposalFacilitator> facilitators,
            DateOnly from,
            DateOnly until
        )
        {
            var minutes = PreparationSize.Of(kind).Minutes;
            foreach (var day in Days(from, until))
            {
                foreach (var start in UsualShift.Starts(group.Shift))
                {
                    var when = new AppointedTime(day, start, site.TimeZone, minutes);
                    var stretch = Stretch.Of(task.Start(when), minutes);
                    var free = facilitators
                        .Where(f => _busy[f.Id].All(b => !b.Meets(stretch)))
                        .Where(f => _busy[f.Id].Count(b => b.From.ToOffset(stretch.From.Offset).Date == stretch.From.Date) < EventsADay)
                        .OrderBy(f => _load[f.Id])
                        .ThenByDescending(f => Nearest(f, site))
                        .ThenBy(f => f.Id)
                        .FirstOrDefault();
                    if (free is not null)
                    {
                        return (when, free.Id);
                    }
                }
            }

            return null;
        }

        // Not all on the first day: the emptiest day first, so that no morning takes every leader away.
        private List<DateOnly> Days(DateOnly from, DateOnly until) =>
            [
                .. Enumerable
                    .Range(0, Math.Max(0, until.DayNumber - from.DayNumber + 1))
                    .Select(from.AddDays)
                    .Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                    .OrderBy(d => _events.Count(e => e.When.On == d))
                    .ThenBy(d => d),
            ];

        private static bool Covers(ProposalFacilitator facilitator, ProposalSite site) => Nearest(facilitator, site) > 0;

        // The longer the granted path, the nearer the facilitator's own unit.
        private static int Nearest(ProposalFacilitator facilitator, ProposalSite site) =>
            facilitator.Paths.Where(p => site.Path.StartsWith(p, StringComparison.Ordinal)).Select(p => p.Length).DefaultIfEmpty(0).Max();

        private Distance DistanceOf(ProposalLeader a, ProposalLeader b) =>
            a.SiteId == b.SiteId ? Distance.SameSite
            : _sites[a.SiteId].NetworkPath == _sites[b.SiteId].NetworkPath ? Distance.SameNetwork
            : Distance.Further;
    }
}
