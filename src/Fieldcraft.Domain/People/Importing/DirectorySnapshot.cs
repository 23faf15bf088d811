namespace Fieldcraft.Domain.People.Importing;

/// <summary>A person as the directory knows them before an import.</summary>
public sealed record KnownPerson(PersonId Id, DirectoryFacts Facts, UnitId? UnitId, PersonId? ManagerId);

/// <summary>A unit as the directory knows it before an import.</summary>
public sealed record KnownUnit(UnitId Id, UnitId? ParentId, UnitKind Kind, string Name, string Path, PersonId? LeadId);

/// <summary>The directory before an import, as far as the file touches it: the people it names, those above them, and all units.</summary>
public sealed record DirectorySnapshot
{
    public required IReadOnlyList<KnownPerson> People { get; init; }

    public required IReadOnlyList<KnownUnit> Units { get; init; }

    /// <summary>Paths of the units whose subtrees the import may touch; null for all of them.</summary>
    public IReadOnlyList<string>? Scope { get; init; }

    /// <summary>For people whose file says nothing about it.</summary>
    public string Language { get; init; } = "en";

    /// <summary>For people whose file says nothing about it; an IANA name.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>The IANA name of a time zone as files write it, or null for one that does not exist.</summary>
    public required Func<string, string?> ZoneNamed { get; init; }

    public bool MayTouch(string path) => Scope is null || Scope.Any(s => path.StartsWith(s, StringComparison.Ordinal));
}
