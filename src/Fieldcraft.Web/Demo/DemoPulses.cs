using Fieldcraft.Domain.Insight.Figures;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Pulses;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Pulses;

namespace Fieldcraft.Web.Demo;

/// <summary>Two pulses of Meridian Post, half a year apart, each asked of every second person.</summary>
internal sealed class DemoPulses(DemoPeople people, DemoUnits units, DateTimeOffset now)
{
    private const int PulseDays = 14;
    private static readonly int[] Pulses = [-210, -30];

    private readonly List<Release> _releases = [];
    private readonly List<ReleaseCell> _cells = [];
    private readonly List<ReleaseFigure> _figures = [];
    private readonly List<Pulse> _pulses = [];
    private IReadOnlyList<ReleaseStanding> _standings = [];

    private UnitId Top => units.Organisation.Id;

    public DemoPulses Tell()
    {
        foreach (var day in Pulses)
        {
            TellPulse(day);
        }

        return this;
    }

    public async Task StoreAsync(FieldcraftDb db, CancellationToken cancellationToken)
    {
        await db.InsertAsync(_releases, null, cancellationToken);
        await db.InsertAsync(_cells, null, cancellationToken);
        await db.InsertAsync(_figures, null, cancellationToken);
        await db.InsertAsync(_pulses, null, cancellationToken);
        await db.InsertAsync([.. _standings], null, cancellationToken);
    }

    private void TellPulse(int day)
    {
        var (opened, closed) = (At(day), At(day + PulseDays));
        var release = Release.Freeze(
            DemoIds.Of<ReleaseId>(opened, "release"),
            ReleaseKind.Pulse,
            Top,
            Date(day),
            Date(day + PulseDays),
            Release.LeastMinimum,
            false,
            opened
        );
        var paths = units.All.ToDictionary(u => u.Id, u => u.Path);
        var counted = people.All.Where(p => p.Status != PersonStatus.Left && p.UnitId is not null).ToList();
        var frozen = Freezing.Freeze(release, [.. counted.Select(p => new PlacedPerson(p.Id, paths[p.UnitId!.Value]))], _standings, _ => 0);
        _standings = frozen.Standings;
        var asked = frozen.Standings.Where(s => s.Part is not null).Where((_, i) => i % 2 == (day == Pulses[0] ? 0 : 1)).ToList();
        var answers = asked.Select(s => AnswerOf(s, day)).OfType<PulseAnswers>().ToList();
        _releases.Add(release);
        _cells.AddRange(frozen.Cells);
        _figures.AddRange(PulseDesk.FiguresOf(release, frozen.Cells, answers));
        release.Publish(closed);
        var pulse = Pulse.Open(
            DemoIds.Of<PulseId>(opened, "pulse"),
            Top,
            release.Id,
            default,
            frozen.Standings.Count(s => s.Part is not null),
            asked.Count,
            Date(day + PulseDays),
            Lead,
            opened
        );
        pulse.Close(answers.Count, closed);
        _pulses.Add(pulse);
    }

    /// <summary>Sites differ, teams differ a little, people differ a lot; since the first pulse decisions moved down.</summary>
    private static PulseAnswers? AnswerOf(ReleaseStanding standing, int day)
    {
        var chance = new DemoChance($"pulse/{day}/{standing.OwnerId.Value}");
        if (!chance.In(64))
        {
            return null;
        }

        var part = new DemoChance($"part/{standing.Part}").From(-1, 1);
        return new PulseAnswers(
            standing.Part!.Value,
            PulseItems.All.Where(_ => !chance.In(6)).ToDictionary(i => i.Id, i => Level(i, part, day, chance))
        );
    }

    private static int Level(PulseItem item, int part, int day, DemoChance chance)
    {
        var middle = item.Feature switch
        {
            "f4_autonomy" => day == Pulses[0] ? 3 : 4,
            "f3_outside" => 3,
            "f5_support" => 5,
            _ => 4,
        };
        var level = Math.Clamp(middle + part + chance.From(-2, 2), PulseItems.Least, PulseItems.Most);
        return item.IsReversed ? PulseItems.Least + PulseItems.Most - level : level;
    }

    private PersonId Lead => people.Of(DemoAccounts.All.First(a => a.Key == "programme_lead").EmployeeId).Id;

    private DateTimeOffset At(int day) => now.AddDays(day);

    private DateOnly Date(int day) => DateOnly.FromDateTime(At(day).UtcDateTime);
}
