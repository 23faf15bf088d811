using Fieldcraft.Domain.People;

namespace Fieldcraft.Web.Demo;

/// <summary>A person with reports, and the people around who appear in the stories.</summary>
internal sealed record DemoLeader(
    DemoPerson Row,
    Person Person,
    Person? Manager,
    Person? Peer,
    string Level,
    IReadOnlyDictionary<string, string> Names
);

/// <summary>Who leads, and which stories are theirs.</summary>
internal sealed class DemoCast
{
    internal const string NightDock = "night-dock-safety";
    private const string TwoTeams = "two-teams-for-one";
    private readonly DemoPeople _people;
    private readonly ILookup<string, DemoPerson> _reports;
    private readonly Dictionary<string, HashSet<string>> _toldThere = new(StringComparer.Ordinal);

    public DemoCast(IReadOnlyList<DemoPerson> rows, DemoPeople people)
    {
        _people = people;
        _reports = rows.Where(r => r.SupervisorId is not null && r.Status != PersonStatus.Left)
            .ToLookup(r => r.SupervisorId!, StringComparer.Ordinal);
        Leaders = [.. rows.Where(r => _reports.Contains(r.EmployeeId)).Select(LeaderOf)];
    }

    public IReadOnlyList<DemoLeader> Leaders { get; }

    /// <summary>
    /// One to three stories that fit the leader's level: one or two under way, the others over. In one facility no story is told twice as long as
    /// there are others. The two leaders one can be with one click have theirs chosen, with something that waits for them today.
    /// </summary>
    public IReadOnlyList<DemoStory> StoriesOf(DemoLeader leader, DemoStories stories)
    {
        var chance = new DemoChance($"stories/{leader.Row.EmployeeId}");
        var ids = new List<string>();
        if (leader.Row.EmployeeId == EmployeeOf("leader"))
        {
            ids.Add(NightDock);
        }
        else if (leader.Row.EmployeeId == EmployeeOf("leader_many"))
        {
            ids.Add(TwoTeams);
        }

        var pool = stories.All.Where(s => s.ForLevel == leader.Level).ToList();
        var place = DemoUnits.ParentOf(leader.Row.UnitPath) ?? leader.Row.UnitPath;
        if (!_toldThere.TryGetValue(place, out var told))
        {
            _toldThere[place] = told = new HashSet<string>(StringComparer.Ordinal);
        }

        told.UnionWith(ids);
        var hasGone = leader.Row.Status == PersonStatus.Left;
        var under =
            hasGone ? 0
            : ids.Count > 0 ? 0
            : 1;
        var over =
            hasGone || ids.Count > 0
                ? 1
                : chance.From(0, 9) switch
                {
                    < 4 => 0,
                    < 8 => 1,
                    _ => 2,
                };
        ids.AddRange(Choose(pool.Where(s => !s.Ended), under, told, chance));
        ids.AddRange(Choose(pool.Where(s => s.Ended), over, told, chance));
        return [.. ids.Select(id => Prepared(stories.Told(id, leader.Names), leader))];
    }

    private static string EmployeeOf(string account) => DemoAccounts.All.First(a => a.Key == account).EmployeeId;

    private static DemoStory Prepared(DemoStory story, DemoLeader leader) =>
        story.Id == NightDock && leader.Row.EmployeeId == EmployeeOf("leader") ? DemoScenes.SomethingToday(story, tryOn: 0)
        : story.Id == TwoTeams && leader.Row.EmployeeId == EmployeeOf("leader_many") ? DemoScenes.SomethingToday(story, tryOn: 2)
        : story;

    private static List<string> Choose(IEnumerable<DemoStory> from, int count, HashSet<string> told, DemoChance chance)
    {
        var chosen = new List<string>();
        var pool = from.Select(s => s.Id).ToList();
        while (chosen.Count < count && pool.Count > 0)
        {
            var fresh = pool.Where(id => !told.Contains(id)).ToList();
            var id = chance.Of(fresh.Count > 0 ? fresh : pool);
            pool.Remove(id);
            told.Add(id);
            chosen.Add(id);
        }

        return chosen;
    }

    private static string LevelOf(string jobTitle) =>
        jobTitle switch
        {
            "Team leader" => "team",
            "Facility manager" => "facility",
            "Network manager" or "State general manager" => "network",
            _ => "office",
        };

    private DemoLeader LeaderOf(DemoPerson row)
    {
        var chance = new DemoChance($"cast/{row.EmployeeId}");
        var report = chance.Of([.. _reports[row.EmployeeId]]);
        var beside = row.SupervisorId is null
            ? []
            : _reports[row.SupervisorId].Where(r => r.EmployeeId != row.EmployeeId && _reports.Contains(r.EmployeeId)).ToList();
        var peer =
            beside.Count > 0 ? chance.Of(beside) : chance.Of([.. _reports[row.EmployeeId].Where(r => r != report).DefaultIfEmpty(report)]);
        var manager = row.SupervisorId is null ? null : _people.Of(row.SupervisorId);
        var names = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["team"] = DemoUnits.NameOf(row.UnitPath),
            ["facility"] = DemoUnits.NameOf(LevelOf(row.JobTitle) == "team" ? DemoUnits.ParentOf(row.UnitPath)! : row.UnitPath),
            ["network"] = row.UnitPath.Split(" / ").ElementAtOrDefault(2) ?? DemoUnits.NameOf(row.UnitPath),
            ["manager"] = manager?.CalledName ?? "",
            ["peer"] = _people.Of(peer.EmployeeId).CalledName,
            ["report"] = _people.Of(report.EmployeeId).CalledName,
        };
        return new DemoLeader(row, _people.Of(row.EmployeeId), manager, _people.Of(peer.EmployeeId), LevelOf(row.JobTitle), names);
    }
}

/// <summary>Puts something for today into a story, so that whoever signs in meets the loop in motion.</summary>
internal static class DemoScenes
{
    /// <summary>
    /// The next try comes on the given day, the latest one that was looked back at took place yesterday and waits for its review, and somebody
    /// answered since.
    /// </summary>
    public static DemoStory SomethingToday(DemoStory story, int tryOn)
    {
        var latest = story.Plan.Behaviours.SelectMany(b => b.Experiments).Where(e => e.State == "reviewed").MaxBy(e => e.Day)!;
        var next = story.Plan.Behaviours.SelectMany(b => b.Experiments).Where(e => e.State == "planned").MinBy(e => e.Day)!;
        var then = latest.DoneDay ?? latest.Day;
        return story with
        {
            Plan = story.Plan with
            {
                Behaviours =
                [
                    .. story.Plan.Behaviours.Select(b =>
                        b with
                        {
                            Experiments =
                            [
                                .. b.Experiments.Select(e =>
                                    e == latest ? Yesterday(e)
                                    : e == next ? e with { Day = tryOn }
                                    : e
                                ),
                            ],
                        }
                    ),
                ],
            },
            Reviews = [.. story.Reviews.Where(r => Math.Abs(r.Day - then) > 2)],
        };
    }

    private static StoryExperiment Yesterday(StoryExperiment experiment) =>
        experiment with
        {
            Day = -1,
            DoneDay = -1,
            State = "done",
            Lesson = null,
            Next = null,
            Feedback = [.. experiment.Feedback.Select(f => f with { Day = -1, Declined = false, Open = false })],
        };
}
