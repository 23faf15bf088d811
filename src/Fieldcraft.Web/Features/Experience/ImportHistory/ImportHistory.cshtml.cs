using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Fieldcraft.Domain.Experience;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Features.Administration.Importing;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Experience.ImportHistory;

/// <summary>A job history, looked at first; what the person takes becomes past experiences to complete. In between nothing is kept anywhere.</summary>
[RequestSizeLimit(HistoryReading.LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = HistoryReading.LargestRequest)]
public sealed class ImportHistoryModel(HistoryReading history, ExperienceDesk desk, Rules rules, Words words, Viewer viewer) : PageModel
{
    [BindProperty, MaxLength(HistoryReading.LongestText)]
    public string? Pasted { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public List<LineInput> Lines { get; set; } = [];

    public void OnGet() { }

    /// <summary>Reads and shows; keeps nothing.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Lines = [];
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        try
        {
            var found = Upload is { Length: > 0 } file
                ? await history.OfFileAsync(viewer, file, cancellationToken)
                : await history.OfTextAsync(viewer, Pasted ?? "", cancellationToken);
            ModelState.Clear();
            Lines = [.. found.Select(LineInput.Of)];
            return Page();
        }
        catch (UnreadableFileException unreadable)
        {
            var word = $"experience.import.file.{unreadable.Code}";
            ModelState.AddModelError(
                Upload is { Length: > 0 } ? nameof(Upload) : nameof(Pasted),
                words[words.Has(word) ? word : "experience.import.file.not-text", [.. unreadable.Arguments]]
            );
            return this.Again();
        }
    }

    public async Task<IActionResult> OnPostKeepAsync(CancellationToken cancellationToken)
    {
        var taken = Lines.Where(l => l.Take).ToList();
        if (taken.Count == 0 || Lines.Count > rules.Experience.LinesAtMost)
        {
            ModelState.AddModelError("Lines[0].Take", words["experience.import.none"]);
        }

        foreach (var (i, line) in Lines.Index().Where(l => l.Item.Take && l.Item.ToContent().Problems(rules.Experience).Count > 0))
        {
            ModelState.AddModelError($"Lines[{i}].Take", words["experience.import.mend", i + 1]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        return (await desk.TellAsync(viewer, [.. taken.Select(l => l.ToContent())], cancellationToken)).Refusal is { } refusal
            ? this.Refused(refusal)
            : this.Onward(ExperienceLinks.Map, "experience.flash.imported");
    }
}

/// <summary>One line of the history in the form. The years stay texts: what is no year is said, not dropped.</summary>
public sealed record LineInput
{
    public bool Take { get; init; }
    public string? Title { get; init; }
    public string? FromYear { get; init; }
    public string? ToYear { get; init; }

    /// <summary>What spoke against the line when it was read; shown again, and believed no further.</summary>
    public string? Finding { get; init; }

    public static LineInput Of(HistoryLine line) =>
        new()
        {
            Take = line.Finding is null,
            Title = line.Title,
            FromYear = line.FromYear?.ToString(CultureInfo.InvariantCulture),
            ToYear = line.ToYear?.ToString(CultureInfo.InvariantCulture),
            Finding = line.Finding,
        };

    public PastExperienceContent ToContent() =>
        new()
        {
            Title = Title,
            FromYear = Year(FromYear),
            ToYear = Year(ToYear),
        };

    /// <summary>Nothing is no year; anything else that is no number is a year out of range.</summary>
    private static int? Year(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year
        : 0;
}
