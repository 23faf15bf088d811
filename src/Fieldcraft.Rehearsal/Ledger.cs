using System.Collections.Concurrent;

namespace Fieldcraft.Rehearsal;

/// <summary>What the server said it had taken, to be held against what it shows in the end.</summary>
internal sealed class Ledger
{
    private readonly ConcurrentDictionary<(Guid Session, Guid Person), bool> _here = new();
    private readonly ConcurrentDictionary<string, Guid> _actions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Guid> _ideas = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>Who was said to be in which session, and whether that stands after corrections.</summary>
    public IReadOnlyDictionary<(Guid Session, Guid Person), bool> Here => _here;

    /// <summary>What teams start and send on; each text is there once. The leader who wrote it down stands beside it.</summary>
    public IReadOnlyDictionary<string, Guid> Actions => _actions;
    public IReadOnlyDictionary<string, Guid> Ideas => _ideas;

    public void IsHere(Guid session, Guid person) => _here[(session, person)] = true;

    public void WasNotHere(Guid session, Guid person) => _here[(session, person)] = false;

    public void Started(string action, Guid leader) => _actions[action] = leader;

    public void SentOn(string idea, Guid leader) => _ideas[idea] = leader;

    /// <summary>One more of what the report counts.</summary>
    public void Count(string what, int more = 1) => _counts.AddOrUpdate(what, more, (_, n) => n + more);

    public IReadOnlyDictionary<string, int> Counts => _counts;
}
