using Fieldcraft.Domain.Board;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Web.Features.Strategy;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Board.Postings;

/// <summary>One posting; its owner finds here who asked.</summary>
public sealed class ReadPostingModel(
    BoardReading reading,
    InterestReading interests,
    PostingDesk desk,
    EffectReading effects,
    Rules rules,
    Viewer viewer,
    Words words,
    TimeProvider clock
) : PageModel
{
    public ReadPosting? Posting { get; private set; }

    public IReadOnlyList<OpenInterest> Interests { get; private set; } = [];

    /// <summary>What of the strategy it comes from.</summary>
    public IReadOnlyList<Behind> Behind { get; private set; } = [];

    /// <summary>Who asked stands only where this session may open private things.</summary>
    public bool SealedIsOpen => viewer.SealedAccess(clock.GetUtcNow()) == SealedAccess.Open;

    public int CloseAfter => rules.Board.CloseAfterMoreDays;

    /// <summary>What the posting says, each with the word of what it is.</summary>
    public IEnumerable<(string Word, string Text)> Facts
    {
        get
        {
            var wording = Posting!.Wording;
            (string Word, string? Text)[] facts =
            [
                ("board.posting.why.label", wording.WhyItMatters),
                ("board.posting.good_end.label", wording.GoodEnd),
                ("board.posting.asks_for", BoardWords.ChallengeLine(wording, words)),
                ("board.posting.time", Time(wording)),
                ("board.posting.off_the_plate.label", wording.OffThePlate),
                ("board.posting.support.label", wording.Support),
                ("board.posting.unit.label", Posting.Unit),
            ];
            return facts.Where(f => !string.IsNullOrEmpty(f.Text)).Select(f => (f.Word, f.Text!));
        }
    }

    public string StateOf(OpenInterest interest) => words[interest.IsDue ? "board.interest.waits" : $"board.interest.{interest.State}"];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancellationToken)
    {
        var outcome = await desk.WithdrawAsync(viewer, PostingId.From(id), cancellationToken);
        if (outcome is not { } came || !await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        return came.Refusal is { } refusal ? this.Refused(refusal) : this.Onward(BoardLinks.List, "board.flash.withdrawn");
    }

    private string Time(PostingWording wording) =>
        wording.FromOn is { } from
            ? words["board.time", BoardWords.Hours(wording.HoursAWeek, words), words.Day(from), words.Day(wording.UntilOn!.Value)]
            : words["board.line", BoardWords.Hours(wording.HoursAWeek, words), words.Day(wording.UntilOn!.Value)];

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        Posting = await reading.FindAsync(viewer, PostingId.From(id), cancellationToken);
        if (Posting?.IsMine == true && SealedIsOpen)
        {
            Interests = await interests.AboutAsync(viewer, Posting.Id, cancellationToken);
        }

        if (Posting is not null)
        {
            Behind = await effects.BehindAsync(viewer, EffectKind.Posting, id, cancellationToken);
        }

        return Posting is not null;
    }
}
