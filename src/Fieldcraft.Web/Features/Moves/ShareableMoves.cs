using Fieldcraft.Domain.Moves;
using Fieldcraft.Domain.Sharing;
using Fieldcraft.Web.Features.Assignments;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Moves;

/// <summary>A copy of a comparison: what each option is, in words. The gaps behind the value are the person's and are not in it.</summary>
internal sealed class ShareableMoves(MovesReading reading, Words words) : IShareable
{
    public SharedItemKind Kind => SharedItemKind.MoveComparison;

    public string AddressOf(Guid item) => MovesLinks.One(MoveComparisonId.From(item));

    public async Task<SharedCopy?> CopyAsync(Viewer viewer, Guid item, CancellationToken cancellationToken) =>
        await reading.LookAsync(viewer, MoveComparisonId.From(item), cancellationToken) is { } looked
            ? new SharedCopy(looked.Moves.Content.Title ?? "", [.. looked.Moves.Content.Options.Select(o => Section(o, looked.Of(o)))])
            : null;

    private SharedSection Section(MoveOption option, MoveResult? result)
    {
        (string Word, string? Text)[] lines =
        [
            ("moves.why.label", option.Why),
            ("moves.criterion.Value", result?.Scaled is { } scaled ? words["moves.value.of_100", Math.Round(scaled)] : null),
            ("moves.criterion.Zone", result is null ? null : words[result.Guard.Zone.Word()]),
            ("moves.criterion.Obstacles", option.ObstaclesOf(words)),
            ("moves.criterion.LearnFrom", option.LearnFrom),
            ("moves.criterion.Reversibility", option.Reversibility),
            ("moves.criterion.Life", option.Life),
            ("moves.criterion.Pay", option.Pay),
        ];
        return new SharedSection(
            option.NameOf(words),
            string.Join(
                '\n',
                lines.Where(l => !string.IsNullOrWhiteSpace(l.Text)).Select(l => words["moves.copy.line", words[l.Word], l.Text!])
            )
        );
    }
}
