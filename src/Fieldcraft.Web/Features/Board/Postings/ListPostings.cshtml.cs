using Fieldcraft.Domain.Board;
using Fieldcraft.Web.Features.Growth;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Board.Postings;

/// <summary>The board, in the order of what it would teach this viewer; by date where they chose no gap or this session may not open what is theirs.</summary>
public sealed class ListPostingsModel(GrowthFirst growth, BoardReading reading, Viewer viewer, Words words) : PageModel
{
    public const string Mine = "mine";

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Capability { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public OrderedBoard Board { get; private set; } = null!;

    /// <summary>What is listed by date, part by part.</summary>
    public List<OrderedPosting> Rest { get; private set; } = [];

    public PostingId? More { get; private set; }

    public IEnumerable<(string? Value, string Text)> Kinds =>
        [
            (null, words["board.filter.all"]),
            .. Enum.GetValues<PostingKind>().Select(k => (NameOf(k), words[$"board.kinds.{k}"])),
            (Mine, words["board.filter.mine"]),
        ];

    /// <summary>Why it stands in this order; the way to choose what it should go by.</summary>
    public string OrderSays =>
        Board.By == BoardOrderBy.Growth ? words.Count("board.order.Growth", Board.Gaps.Count) : words[$"board.order.{Board.By}"];

    public bool ShowsAim => Board.By is BoardOrderBy.Growth or BoardOrderBy.DateWithoutGaps;

    public string AimAddress => Board.By == BoardOrderBy.Growth ? GrowthLinks.Gaps : GrowthLinks.Open;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var after = After is { } id ? PostingId.From(id) : (PostingId?)null;
        var kind = Enum.TryParse<PostingKind>(Kind, true, out var known) && Enum.IsDefined(known) ? known : (PostingKind?)null;
        if (Kind == Mine)
        {
            var own = await reading.OwnAsync(viewer, after, BoardReading.PageSize + 1, cancellationToken);
            Board = GrowthFirst.ByDate(BoardOrderBy.DateAsAsked, own);
            Divide(null);
            return Page();
        }

        Kind = kind is null ? null : NameOf(kind.Value);
        Board = await growth.OrderAsync(viewer, kind, Capability, cancellationToken);
        Divide(after);
        return Page();
    }

    private void Divide(PostingId? after)
    {
        var rest = Board.Rest.ToList();
        var begin = after is { } id ? rest.FindIndex(p => p.Posting.Id == id) + 1 : 0;
        Rest = [.. rest.Skip(begin).Take(BoardReading.PageSize)];
        More = rest.Count > begin + BoardReading.PageSize ? Rest[^1].Posting.Id : null;
    }

    private static string NameOf(PostingKind kind) => kind.ToString().ToLowerInvariant();
}
