namespace Fieldcraft.Domain.Rollouts;

/// <summary>When somebody has been through a module.</summary>
public static class Completion
{
    /// <summary>The whole, or both halves; one half alone is not enough.</summary>
    public static bool IsComplete(IEnumerable<SessionPart> attended)
    {
        var parts = attended.ToHashSet();
        return parts.Contains(SessionPart.Whole) || (parts.Contains(SessionPart.First) && parts.Contains(SessionPart.Second));
    }
}
