using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Outcomes;

/// <summary>A file of figures between upload and confirmation. It lies in the database, so that a restart loses nothing; no figure changes until it is confirmed.</summary>
public sealed class FigureImport : Aggregate<FigureImportId>
{
    public const int FileNameLength = 120;
    public const int BytesAtMost = 4 * 1024 * 1024;

    private FigureImport(FigureImportId id)
        : base(id) { }

    public OutcomeMeasureId MeasureId { get; private set; }
    public string FileName { get; private set; } = "";
    public byte[] Bytes { get; private set; } = [];
    public PersonId? StagedById { get; private set; }
    public DateTimeOffset StagedAt { get; private set; }

    public static FigureImport Stage(
        FigureImportId id,
        OutcomeMeasureId measure,
        string fileName,
        byte[] bytes,
        PersonId by,
        DateTimeOffset now
    )
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes.Length, BytesAtMost, nameof(bytes));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fileName.Length, FileNameLength, nameof(fileName));
        var import = new FigureImport(id)
        {
            MeasureId = measure,
            FileName = fileName,
            Bytes = bytes,
            StagedById = by,
            StagedAt = now,
        };
        import.Happened(new FiguresStaged(by.Value, measure.Value, now));
        return import;
    }

    /// <summary>Tells that the file goes without a figure having changed; its row is then removed.</summary>
    public void Discard(PersonId by, DateTimeOffset now) => Happened(new FiguresDiscarded(by.Value, MeasureId.Value, now));
}
