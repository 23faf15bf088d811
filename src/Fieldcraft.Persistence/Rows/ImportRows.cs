using Fieldcraft.Domain.People;
using Fieldcraft.Domain.People.Importing;

namespace Fieldcraft.Persistence.Rows;

public enum StagedImportState
{
    /// <summary>Read and planned; nothing is changed.</summary>
    Staged,

    /// <summary>Somebody confirmed it; a job takes it in.</summary>
    Confirmed,
    Applied,

    /// <summary>The directory changed between the plan and the confirmation: the new plan has to be looked at.</summary>
    Outdated,
}

/// <summary>A directory file between its upload and its end. Its rows go when it is taken in, or after a day.</summary>
public sealed class StagedImport
{
    public const int FileNameLength = 120;
    public const int FingerprintLength = 64;
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    public required Guid Id { get; init; }
    public required string FileName { get; init; }
    public PersonId? StartedBy { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public required StagedImportState State { get; set; }

    /// <summary>JSON: the headers of the file in their order.</summary>
    public required string Headers { get; init; }

    /// <summary>JSON: the header chosen for each column.</summary>
    public required string Mapping { get; set; }
    public DateOrder? Dates { get; set; }

    /// <summary>What the person saw when confirming; a plan that comes out otherwise is not carried out.</summary>
    public required string Fingerprint { get; set; }
    public int Creates { get; set; }
    public int Changes { get; set; }
    public int Leaves { get; set; }
    public int Refuses { get; set; }

    public DateTimeOffset? AppliedAt { get; set; }
    public int Version { get; set; }
}

/// <summary>One row of a staged file, and what is planned for it.</summary>
public sealed class StagedRow
{
    public required Guid ImportId { get; init; }
    public required int Line { get; init; }

    /// <summary>JSON: the cells as they stand in the file.</summary>
    public required string Cells { get; set; }
    public required RowOutcome Outcome { get; set; }

    /// <summary>JSON: what is found or changed.</summary>
    public string? Findings { get; set; }

    /// <summary>Somebody decided to leave the row out.</summary>
    public bool IsSkipped { get; set; }
}

/// <summary>The mapping that somebody chose for files with these headers; proposed again for the next one.</summary>
public sealed class RememberedMapping
{
    /// <summary>SHA-256 of the headers in their order.</summary>
    public const int HeadersHashLength = 64;

    public required string HeadersHash { get; init; }

    /// <summary>JSON: the header chosen for each column.</summary>
    public required string Mapping { get; set; }
    public required DateTimeOffset ChosenAt { get; set; }
}
