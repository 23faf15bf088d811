namespace Fieldcraft.Domain.Assignments.Guard;

/// <summary>One of the six questions about support (DOMAIN 3.2), answered 0 "not at all" to 4 "fully".</summary>
public sealed class SupportItem
{
    private SupportItem(string id, int position)
    {
        Id = id;
        Position = position;
    }

    /// <summary>Someone who sees the person work says, at least every two weeks, what worked.</summary>
    public static SupportItem Feedback { get; } = new("feedback", 0);

    /// <summary>The manager wants the person to learn here and accepts slower results at first.</summary>
    public static SupportItem Backing { get; } = new("backing", 1);

    /// <summary>A mentor or peer to speak to openly.</summary>
    public static SupportItem Partner { get; } = new("partner", 2);

    /// <summary>A fixed slot each week to think about it.</summary>
    public static SupportItem Reflection { get; } = new("reflection", 3);

    /// <summary>The means and the right to decide what must be decided.</summary>
    public static SupportItem Authority { get; } = new("authority", 4);

    /// <summary>An honest mistake would be treated as learning.</summary>
    public static SupportItem Safety { get; } = new("safety", 5);

    /// <summary>All six, in the order of DOMAIN 3.2.</summary>
    public static IReadOnlyList<SupportItem> All { get; } = [Feedback, Backing, Partner, Reflection, Authority, Safety];

    /// <summary>The stable id, as data and content spell it.</summary>
    public string Id { get; }

    /// <summary>The place in the list, from 0: the index in <see cref="GuardInput.Support"/>.</summary>
    public int Position { get; }

    /// <summary>The item with this id, or null when there is none.</summary>
    public static SupportItem? Find(string id) => All.FirstOrDefault(item => item.Id == id);

    public override string ToString() => Id;
}
