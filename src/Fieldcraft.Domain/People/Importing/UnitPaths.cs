namespace Fieldcraft.Domain.People.Importing;

/// <summary>Unit paths as files write them: names from the top down, "Meridian Post / North / Harbour".</summary>
public static class UnitPaths
{
    public const string Separator = " / ";

    /// <summary>Deeper trees do not fit the length of a stored path.</summary>
    public const int DeepestLevel = 10;

    public static IReadOnlyList<string> Split(string path) =>
        path.Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
