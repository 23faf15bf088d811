namespace Fieldcraft.Web.Features.Shared.Tables;

/// <summary>A table as it stands on paper and in files: a name, and lines of cells, the first of them the head.</summary>
/// <param name="About">What it is about, for example whose figures of which quarter.</param>
/// <param name="Note">How it is counted.</param>
public sealed record TableSheet(string Title, string About, string Note, IReadOnlyList<IReadOnlyList<string>> Lines)
{
    /// <summary>The same as a picture; null where there is nothing to draw.</summary>
    public TablePicture? Picture { get; init; }
}

/// <summary>A picture of a table.</summary>
/// <param name="View">What draws it.</param>
/// <param name="Drawn">What is drawn.</param>
public sealed record TablePicture(string View, object Drawn);
