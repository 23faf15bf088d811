using System.Diagnostics;

namespace Fieldcraft.Rehearsal;

/// <summary>
/// One module of the demo company, taught in four weeks through the server's public interfaces alone: a timetable, everybody's phone, sickness, dead tablets,
/// sessions without a line, late logs, ideas and their answers, catching up. What the server said it took is held against what it shows in the end.
/// </summary>
public sealed class ProgrammeRehearsal
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private readonly RehearsalOptions _options;
    private readonly Action<string> _say;
    private readonly Traffic _traffic = new();
    private readonly Ledger _ledger = new();
    private readonly RehearsalClock _clock = new();
    private readonly SortedDictionary<DateTimeOffset, List<Func<CancellationToken, Task>>> _diary = [];
    private readonly Dictionary<DateTimeOffset, Func<CancellationToken, Task>> _catchUps = [];
    private readonly HashSet<Guid> _played = [];
    private readonly List<WeekReached> _weeks = [];

    private ProgrammeRehearsal(RehearsalOptions options, Action<string> say) => (_options, _say) = (options, say);

    /// <summary>Runs it; a quarter of an hour for the whole company, on a machine with two cores.</summary>
    /// <param name="say">Takes a line of progress.</param>
    /// <exception cref="RehearsalStoppedException">There is no demo at that address, or nothing to teach.</exception>
    public static async Task<RehearsalReport> RunAsync(RehearsalOptions options, Action<string> say, CancellationToken cancellationToken)
    {
        var rehearsal = new ProgrammeRehearsal(options, say);
        return await rehearsal.RunAsync(cancellationToken);
    }

    private async Task<RehearsalReport> RunAsync(CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        using var desks = new Desks(_traffic, _options.Server, _clock);
        await desks.OpenAsync(cancellationToken);
        await MoveAsync(desks, TimeSpan.Zero, cancellationToken);
        var company = await Company.ReadAsync(desks.Administrator, cancellationToken);
        var (module, title, opens, days) = await ModuleAsync(desks.Lead, cancellationToken);
        var timetable = new Timetable(desks.Lead, module, _options.Seed);
        var sites = await timetable.ReadSitesAsync(_options.Sites, cancellationToken);
        _say($"{title}: {sites.Count} sites, from {opens:d MMMM} for {days} days");
        await timetable.PlanAsync(keepsPeople: false, cancellationToken);
        var first = timetable.Sessions;
        var forecast = first.Sum(s => s.Seats.Count);
        var before = await timetable.CoverageAsync(cancellationToken);
        _say($"{first.Count} sessions seat {forecast} of {before.Eligible} people");

        await LetInAsync(company, desks, company.UnitLeads.Concat(first.Select(s => s.Leader)), cancellationToken);
        await TeachAsync(company, desks, timetable, opens, days, cancellationToken);

        var after = await timetable.CoverageAsync(cancellationToken);
        var found = await Reconciliation.ReadAsync(company, desks, _ledger, timetable, after, cancellationToken);
        return new RehearsalReport(
            title,
            sites.Count,
            days,
            Stopwatch.GetElapsedTime(began),
            _traffic.Count,
            _traffic.ErrorCount,
            [.. _traffic.Errors],
            _traffic.Percentile(50),
            _traffic.Percentile(99),
            _traffic.Kinds(),
            _ledger.Counts,
            after.Eligible,
            forecast,
            after.Done,
            after.Target,
            _weeks,
            _ledger.Ideas.Count,
            found.Lost,
            found.Twice
        );
    }

    /// <summary>The demo's next module: published, and without a timetable.</summary>
    private static async Task<(Guid Id, string Title, DateOnly Opens, int Days)> ModuleAsync(
        Device lead,
        CancellationToken cancellationToken
    )
    {
        var modules = await lead.GetAsync("modules", "/api/v1/modules", cancellationToken);
        foreach (var module in modules.IsDone ? modules.Body.EnumerateArray().Where(m => m.GetProperty("isPublished").GetBoolean()) : [])
        {
            var id = module.GetProperty("id").GetGuid();
            var coverage = await lead.GetAsync("coverage", $"/api/v1/rollouts/{id}/coverage", cancellationToken, "not-found");
            if (coverage.IsDone && coverage.Body.GetProperty("done").GetInt32() == 0)
            {
                return (
                    id,
                    module.GetProperty("title").GetString()!,
                    DateOnly.FromDateTime(module.GetProperty("windowStart").GetDateTime()),
                    module.GetProperty("windowDays").GetInt32()
                );
            }
        }

        throw new RehearsalStoppedException(
            "Every published module was taught already. A rehearsal needs a demo of its own: start one in a new folder."
        );
    }

    /// <summary>Leaders choose their passwords before they need them; a printed code is good for two weeks.</summary>
    private async Task LetInAsync(Company company, Desks desks, IEnumerable<Guid> leaders, CancellationToken cancellationToken)
    {
        var all = leaders.Distinct().ToList();
        await desks.PrintAsync(all, cancellationToken);
        await TogetherAsync(all, (leader, token) => desks.OfAsync(company.People[leader], token), cancellationToken);
    }

    private async Task TeachAsync(
        Company company,
        Desks desks,
        Timetable timetable,
        DateOnly opens,
        int days,
        CancellationToken cancellationToken
    )
    {
        var start = new DateTimeOffset(opens.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddDays(-1);
        var end = start.AddDays(days + 6);
        var ideas = new IdeaRounds(_options, company, desks, _ledger, _clock);
        for (var day = 1; day <= days + 5; day++)
        {
            var at = start.AddDays(day);
            Enter(at.AddHours(7), token => desks.PrintAsync(ComingDays(timetable, at), token));
            Enter(at.AddHours(8), token => LookAsync(desks, timetable, token));
            Enter(at.AddHours(9), token => ideas.HoldAsync(timetable.Sessions.Select(s => s.Leader), token));
            if (day % 7 == 0 || day == days - 3)
            {
                var reached = day;
                _catchUps[at.AddHours(10)] = token => CatchUpAsync(timetable, company, desks, reached, days, token);
            }
        }

        Enter(start, token => desks.PrintAsync(ComingDays(timetable, start), token));
        var floor = new Floor(_options, company, desks, _ledger, _clock);
        for (var hour = start; hour < end; hour += Hour)
        {
            var due = timetable.Sessions.Where(s => s.Start >= hour - Hour && s.Start < hour && !_played.Contains(s.Id)).ToList();
            _diary.Remove(hour, out var entries);
            var catchUp = _catchUps.GetValueOrDefault(hour);
            if (due.Count == 0 && entries is null && catchUp is null)
            {
                continue;
            }

            await MoveAsync(desks, hour - _clock.Now, cancellationToken);
            var written = await HoldAsync(floor, timetable, due, cancellationToken);
            foreach (var (write, later) in written)
            {
                Enter(hour + (Hour * later), write);
            }

            await TogetherAsync(entries ?? [], (entry, token) => entry(token), cancellationToken);
            await (catchUp?.Invoke(cancellationToken) ?? Task.CompletedTask);
        }

        // Whatever was still to be written down when the four weeks were over.
        foreach (var (at, entries) in _diary.ToList())
        {
            await MoveAsync(desks, at > _clock.Now ? at - _clock.Now : TimeSpan.Zero, cancellationToken);
            await TogetherAsync(entries, (entry, token) => entry(token), cancellationToken);
        }
    }

    private async Task<IReadOnlyList<(Func<CancellationToken, Task> Write, int HoursLater)>> HoldAsync(
        Floor floor,
        Timetable timetable,
        IReadOnlyList<Session> due,
        CancellationToken cancellationToken
    )
    {
        var strays = Strays(due);
        var written = new List<(Func<CancellationToken, Task>, int)>();
        await TogetherAsync(
            due,
            async (session, token) =>
            {
                var others = timetable.Sessions.Where(s => s.Site == session.Site).Select(s => s.Leader).Distinct().ToList();
                var later = await floor.HoldAsync(session, others, strays, token);
                lock (written)
                {
                    written.Add(later);
                }
            },
            cancellationToken
        );
        _played.UnionWith(due.Select(s => s.Id));
        return written;
    }

    /// <summary>Now and then somebody goes to the other session of the hour at the same site.</summary>
    private Dictionary<Guid, Guid> Strays(IReadOnlyList<Session> due) =>
        due.GroupBy(s => s.Site)
            .Where(g => g.Count() > 1)
            .Select(g => g.OrderBy(s => s.Start).ThenBy(s => s.Leader).Take(2).ToList())
            .Where(pair => pair[0].Seats.Count > 0 && new Chance(_options.Seed, $"stray/{pair[0].Leader}/{pair[0].Start:O}").In(30))
            .ToDictionary(pair => pair[0].Seats[0].Person, pair => pair[1].Id);

    private async Task CatchUpAsync(
        Timetable timetable,
        Company company,
        Desks desks,
        int day,
        int days,
        CancellationToken cancellationToken
    )
    {
        var coverage = await timetable.CoverageAsync(cancellationToken);
        var planned = timetable.Sessions.Where(s => s.Start < _clock.Now).Sum(s => s.Seats.Count);
        _weeks.Add(new WeekReached(day, planned, coverage.Done));
        _say($"day {day}: {coverage.Done} of {coverage.Eligible} ({_traffic.Count} requests, {_traffic.ErrorCount} errors)");
        if (day >= days)
        {
            return;
        }

        await timetable.PlanAsync(keepsPeople: true, cancellationToken);
        await LetInAsync(company, desks, timetable.Sessions.Select(s => s.Leader), cancellationToken);
        await desks.PrintAsync(ComingDays(timetable, _clock.Now), cancellationToken);
        _ledger.Count("catching up");
    }

    /// <summary>The programme's lead and the sponsor look at where it stands, every morning, and every site at its board.</summary>
    private static async Task LookAsync(Desks desks, Timetable timetable, CancellationToken cancellationToken)
    {
        await desks.Lead.GetAsync("page: roll-out", $"/modules/{timetable.Module}/rollout", cancellationToken);
        await desks.Lead.GetAsync("page: coverage", $"/modules/{timetable.Module}/coverage", cancellationToken);
        await desks.Sponsor.GetAsync("page: Home of the sponsor", "/", cancellationToken);
        foreach (var site in timetable.Sites)
        {
            await desks.Lead.GetAsync("board of a site", $"/api/v1/rollouts/sites/{site.Id}/board", cancellationToken);
        }
    }

    private static IEnumerable<Guid> ComingDays(Timetable timetable, DateTimeOffset from) =>
        timetable.Sessions.Where(s => s.Start >= from - Hour && s.Start < from.AddDays(2)).SelectMany(s => s.Seats).Select(s => s.Person);

    private void Enter(DateTimeOffset at, Func<CancellationToken, Task> entry)
    {
        if (!_diary.TryGetValue(at, out var entries))
        {
            _diary[at] = entries = [];
        }

        entries.Add(entry);
    }

    private Task TogetherAsync<T>(IEnumerable<T> all, Func<T, CancellationToken, Task> one, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            all,
            new ParallelOptions { MaxDegreeOfParallelism = _options.Together, CancellationToken = cancellationToken },
            (item, token) => new ValueTask(one(item, token))
        );

    private async Task MoveAsync(Desks desks, TimeSpan by, CancellationToken cancellationToken)
    {
        var moved = await desks.Administrator.PostAsync(
            "move the clock",
            "/demo/clock",
            new { advance = System.Xml.XmlConvert.ToString(by < TimeSpan.Zero ? TimeSpan.Zero : by) },
            cancellationToken
        );
        if (!moved.IsDone)
        {
            throw new RehearsalStoppedException("The clock of the server could not be moved.");
        }

        _clock.Now = moved.Body.GetProperty("now").GetDateTimeOffset();
        await desks.ComeBackAsync(cancellationToken);
    }
}
