using System.Text.Json;
using Fieldcraft.Domain.Insight;
using Fieldcraft.Domain.Outcomes;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Persistence;

namespace Fieldcraft.Web.Demo;

internal sealed record ToldCase(string Side, string Title, string Story, bool Approved);

internal sealed record ToldOutcomes(
    string Programme,
    string Purpose,
    string Module,
    string Customer,
    string Pilot,
    IReadOnlyList<string> Signs,
    string Points,
    string Parcels,
    string ParcelsUnit,
    IReadOnlyList<ToldCase> Stories
);

/// <summary>
/// Results: fifteen months of figures from every facility for a programme that ended half a year ago and for the one that runs, signs that were seen, what
/// teams say, and success cases. The finished one moved what customers say at sites that had begun, and did not move the missed parcels.
/// </summary>
internal sealed class DemoOutcomes(
    DemoUnits units,
    DemoPeople people,
    DemoFinished finished,
    Module running,
    PersonId by,
    DateTimeOffset now
)
{
    private const int Weeks = 65;
    private const int PointsGained = 7;
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web);
    private readonly DateOnly _monday = FigureWeek.Of(DateOnly.FromDateTime(now.UtcDateTime));
    private readonly List<OutcomeMeasure> _measures = [];
    private readonly List<SiteFigure> _figures = [];
    private readonly List<SignSighting> _sightings = [];
    private readonly List<TeamUse> _uses = [];
    private readonly List<SuccessCase> _cases = [];
    private CaseDraw? _draw;

    private IEnumerable<Unit> Facilities => units.All.Where(u => u.Kind == UnitKind.Facility);

    public static ToldOutcomes Read() =>
        JsonSerializer.Deserialize<ToldOutcomes>(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Demo", "Together", "outcomes.json")),
            Reading
        )!;

    public void Tell()
    {
        var told = Read();
        TellPoints(told.Points, finished.Programme.Id, "finished", site => finished.BeganAt(site.Id));
        TellPoints(told.Points, running.ProgrammeId, "running", _ => null);
        TellParcels(told);
        foreach (var site in Facilities)
        {
            TellSigns(site, finished.Module, FigureWeek.Of(finished.BeganAt(site.Id)).AddDays(14), 8);
            TellSigns(site, running, FigureWeek.Of(running.WindowStart), 2);
        }

        TellUse();
        TellCases(told);
    }

    public async Task StoreAsync(FieldcraftDb db, CancellationToken cancellationToken)
    {
        await db.InsertAsync(_measures, null, cancellationToken);
        await db.InsertAsync(_figures, null, cancellationToken);
        await db.InsertAsync(_sightings, null, cancellationToken);
        await db.InsertAsync(_uses, null, cancellationToken);
        await db.InsertAsync([_draw!], null, cancellationToken);
        await db.InsertAsync(_cases, null, cancellationToken);
    }

    private OutcomeMeasure Measure(string key, ProgrammeId programme, MeasureFacts facts)
    {
        // Named within the year; the figures from before came with an import.
        var at = now.AddDays(-330);
        var measure = OutcomeMeasure.Define(DemoIds.Of<OutcomeMeasureId>(at, key), programme, _measures.Count, facts, by, at).Value!;
        _measures.Add(measure);
        return measure;
    }

    /// <summary>More people recommend in spring than before the holidays; a site that has begun gains within a month.</summary>
    private void TellPoints(string name, ProgrammeId programme, string key, Func<Unit, DateOnly?> began)
    {
        var measure = Measure($"points/{key}", programme, new MeasureFacts(name, null, MeasureKind.Promoters));
        foreach (var site in Facilities)
        {
            // The same customers for both programmes: the same chance.
            var chance = new DemoChance($"points/{site.Name}");
            var (usual, customers) = (chance.From(-40, 40) / 1000.0, chance.From(18, 42));
            for (var w = Weeks; w >= 1; w--)
            {
                var week = _monday.AddDays(-7 * w);
                var gained = began(site) is { } day ? Math.Clamp((week.DayNumber - day.DayNumber) / 28.0, 0, 1) * PointsGained / 200.0 : 0;
                var season = Season(week) * 0.035;
                var n = customers + chance.From(-5, 5);
                var promoters = Drawn(chance, n, 0.46 + usual + season + gained);
                var detractors = Math.Min(n - promoters, Drawn(chance, n, 0.24 - usual - season - gained));
                Keep(measure, site, week, Moments.Of(new PromoterCounts(promoters, n - promoters - detractors, detractors)));
            }
        }
    }

    private void TellParcels(ToldOutcomes told)
    {
        var facts = new MeasureFacts(told.Parcels, told.ParcelsUnit, MeasureKind.Share, BetterWhen.Down, 1_000);
        var measure = Measure("parcels", finished.Programme.Id, facts);
        foreach (var site in Facilities)
        {
            var chance = new DemoChance($"parcels/{site.Name}");
            var (usual, parcels) = (chance.From(70, 120) / 10_000.0, chance.From(1_800, 6_500));
            for (var w = Weeks; w >= 1; w--)
            {
                var week = _monday.AddDays(-7 * w);
                var all = parcels + chance.From(-200, 200);
                Keep(measure, site, week, Moments.OfShare(Drawn(chance, all, usual * (1 - (Season(week) * 0.15))), all));
            }
        }
    }

    private void Keep(OutcomeMeasure measure, Unit site, DateOnly week, Moments figures) =>
        _figures.Add(SiteFigure.Of(measure.Id, site.Id, week, figures, now.AddDays(-3)));

    /// <summary>The lead of a site walks through some teams; at most sites more is seen from week to week.</summary>
    private void TellSigns(Unit site, Module module, DateOnly first, int weeks)
    {
        var chance = new DemoChance($"signs/{module.Id.Value}/{site.Name}");
        if (site.LeadId is not { } lead || chance.In(15))
        {
            return;
        }

        for (var w = 0; w < weeks && first.AddDays(7 * w) < _monday; w++)
        {
            var teams = chance.From(2, 5);
            var often = 25 + (w * 6);
            var counts = new SignCounts(teams, Seen(often + 20), Seen(often), Seen(often - 10));
            var week = first.AddDays(7 * w);
            var at = new DateTimeOffset(week.AddDays(4).ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero);
            var id = DemoIds.Of<SignSightingId>(at, $"signs/{module.Id.Value}/{site.Name}/{w}");
            _sightings.Add(SignSighting.Note(id, module, site.Id, week, counts, lead, _monday, at).Value!);

            int Seen(int hundred) => Enumerable.Range(0, teams).Count(_ => chance.In(hundred));
        }
    }

    private void TellUse()
    {
        var asked = TeamUse.AskedFrom(finished.Module.WindowStart);
        foreach (var leader in finished.Leaders)
        {
            var chance = new DemoChance($"use/{leader.Value}");
            if (!chance.In(86) && leader != Account("leader"))
            {
                continue;
            }

            var answer =
                leader == Account("leader") || chance.In(44) ? UseAnswer.UsedWithEffect
                : chance.In(60) ? UseAnswer.UsedNoEffectYet
                : UseAnswer.NotUsed;
            var day = asked.AddDays(chance.From(0, 12));
            var at = new DateTimeOffset(day.ToDateTime(new TimeOnly(14, 0)), TimeSpan.Zero);
            _uses.Add(TeamUse.Say(DemoIds.Of<TeamUseId>(at, $"use/{leader.Value}"), finished.Module, leader, answer, day, at).Value!);
        }
    }

    /// <summary>Some agreed, some would rather not; one story may be read, one waits for its leader, and the demo's leader is asked.</summary>
    private void TellCases(ToldOutcomes told)
    {
        var at = now.AddDays(-150);
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        var leader = Account("leader");
        var high = _uses.Where(u => u.Answer == UseAnswer.UsedWithEffect).Select(u => u.LeaderId).ToList();
        var seed = 1L;
        while (!CaseDraw.Order(seed, high).Take(CaseDraw.Wanted).Contains(leader))
        {
            seed++;
        }

        var (draw, cases) = CaseDraw.Hold(DemoIds.Of<CaseDrawId>(at, "draw"), finished.Module, _uses, seed, by, day, at).Value;
        _draw = draw;
        _cases.AddRange(cases);
        foreach (var side in Enum.GetValues<CaseSide>())
        {
            var asked = cases.Where(c => c.Side == side && c.State == CaseState.Asked && c.LeaderId != leader).ToList();
            foreach (var one in asked.Take(3))
            {
                one.Agree(at.AddDays(2));
            }

            asked[3].Decline(at.AddDays(3));
            cases.First(c => c.Side == side && c.State == CaseState.Waiting).Ask(at.AddDays(3));
        }

        foreach (var story in told.Stories)
        {
            var one = cases.First(c => c.Side.ToString() == story.Side && c.State == CaseState.Agreed && c.Story is null);
            one.Write(story.Title, story.Story, by, at.AddDays(9));
            if (story.Approved)
            {
                one.Approve(at.AddDays(11));
            }
        }
    }

    private PersonId Account(string key) => people.Of(DemoAccounts.All.First(a => a.Key == key).EmployeeId).Id;

    /// <summary>From −1 before the holidays to 1 half a year later.</summary>
    private static double Season(DateOnly week) => -Math.Cos((week.DayOfYear - 350) * 2 * Math.PI / 365);

    /// <summary>So many of n as chance would have it: the expected number and a spread like that of independent answers.</summary>
    private static int Drawn(DemoChance chance, int n, double share)
    {
        var spread = Math.Sqrt(n * share * (1 - share));
        var away = Enumerable.Range(0, 4).Sum(_ => chance.From(-1000, 1000)) / 1155.0;
        return Math.Clamp((int)Math.Round((n * share) + (away * spread)), 0, n);
    }
}
