using System.Text.Json;

namespace Fieldcraft.Rehearsal;

/// <summary>What was taken and is not there, and what is there more than once; one line each.</summary>
internal sealed record Reconciled(IReadOnlyList<string> Lost, IReadOnlyList<string> Twice);

/// <summary>Holds what the server took against what it shows, through the same public interfaces.</summary>
internal static class Reconciliation
{
    /// <summary>Reads what it shows now, the sessions and every leader's own lists, beside the count of the roll-out.</summary>
    public static async Task<Reconciled> ReadAsync(
        Company company,
        Desks desks,
        Ledger ledger,
        Timetable timetable,
        Coverage coverage,
        CancellationToken cancellationToken
    )
    {
        await timetable.ReadAsync(cancellationToken);
        var (actions, ideas) = (new List<string>(), new List<string>());
        foreach (
            var leader in timetable.Sessions.Select(s => s.Leader).Concat(ledger.Ideas.Values).Concat(ledger.Actions.Values).Distinct()
        )
        {
            var desk = await desks.OfAsync(company.People[leader], cancellationToken);
            actions.AddRange(await TextsAsync(desk, "team actions", "/api/v1/team-actions", "what", timetable.Module, cancellationToken));
            ideas.AddRange(await TextsAsync(desk, "ideas of a team", "/api/v1/ideas", "text", timetable.Module, cancellationToken));
        }

        return Of(ledger, timetable.Sessions, coverage, actions, ideas);
    }

    /// <param name="actions">Id and text of each, parted by a bar; whoever leads and is led sees one in both lists.</param>
    /// <param name="ideas">The same of ideas.</param>
    public static Reconciled Of(
        Ledger ledger,
        IReadOnlyList<Session> sessions,
        Coverage coverage,
        IEnumerable<string> actions,
        IEnumerable<string> ideas
    )
    {
        var (lost, twice) = (new List<string>(), new List<string>());
        var seats = sessions.SelectMany(s => s.Seats.Select(x => (Session: s.Id, x.Person, x.Attended))).ToList();
        var there = seats.Where(s => s.Attended).Select(s => (s.Session, s.Person)).ToHashSet();
        lost.AddRange(ledger.Here.Where(h => h.Value && !there.Contains(h.Key)).Select(h => $"{h.Key.Person} in session {h.Key.Session}"));
        twice.AddRange(
            there.Where(t => !ledger.Here.GetValueOrDefault(t)).Select(t => $"{t.Person} in session {t.Session}, said by nobody")
        );
        twice.AddRange(seats.GroupBy(s => (s.Session, s.Person)).Where(g => g.Count() > 1).Select(g => $"two seats of {g.Key.Person}"));
        var people = there.Select(t => t.Person).Distinct().Count();
        (coverage.Done < people ? lost : twice).AddRange(
            coverage.Done == people ? [] : [$"{Math.Abs(coverage.Done - people)} people in the count of the roll-out"]
        );
        Compare("team action", ledger.Actions.Keys, actions, lost, twice);
        Compare("idea", ledger.Ideas.Keys, ideas, lost, twice);
        return new Reconciled(lost, twice);
    }

    private static async Task<IEnumerable<string>> TextsAsync(
        Device desk,
        string what,
        string address,
        string name,
        Guid module,
        CancellationToken cancellationToken
    ) =>
        (await desk.ListAsync(what, address, cancellationToken))
            .Where(i => i.GetProperty("module").GetGuid() == module)
            .Select(i => $"{i.GetProperty("id").GetGuid()}|{i.GetProperty(name).GetString()}");

    private static void Compare(string what, IEnumerable<string> taken, IEnumerable<string> shown, List<string> lost, List<string> twice)
    {
        var found = shown
            .Distinct(StringComparer.Ordinal)
            .ToLookup(s => s[(s.IndexOf('|', StringComparison.Ordinal) + 1)..], StringComparer.Ordinal);
        foreach (var text in taken)
        {
            if (!found.Contains(text))
            {
                lost.Add($"{what}: {text}");
            }
            else if (found[text].Count() > 1)
            {
                twice.Add($"{what}: {text}");
            }
        }
    }
}
