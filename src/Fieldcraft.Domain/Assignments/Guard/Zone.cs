namespace Fieldcraft.Domain.Assignments.Guard;

/// <summary>Where an assignment lies by the rule of DOMAIN 3.2. A rule of thumb about the work, never about the person.</summary>
public enum Zone
{
    /// <summary>Fewer than ten task dimensions are known: nothing is said.</summary>
    Incomplete,

    /// <summary>Most of it is familiar.</summary>
    Comfort,

    /// <summary>New things, with support for them.</summary>
    Stretch,

    /// <summary>Too much is new at once for the support there is, or the strain check says so.</summary>
    Overstretch,
}

/// <summary>The two zones beside a line that the effective load nearly touches (DOMAIN 3.2 step 8): both are shown.</summary>
public sealed record CloseCall(Zone Below, Zone Above);
