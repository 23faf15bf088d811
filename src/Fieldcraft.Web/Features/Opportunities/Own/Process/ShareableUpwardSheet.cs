using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Domain.Sharing;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Opportunities.Own.Process;

/// <summary>A copy of the sheet for raising it upwards, for the partner with whom it is rehearsed.</summary>
internal sealed class ShareableUpwardSheet(OpportunityReading reading, Words words) : IShareable
{
    public SharedItemKind Kind => SharedItemKind.UpwardSheet;

    public string AddressOf(Guid item) => OpportunitiesLinks.UpwardSheet(OpportunityId.From(item));

    public async Task<SharedCopy?> CopyAsync(Viewer viewer, Guid item, CancellationToken cancellationToken) =>
        await reading.FindAsync(viewer, OpportunityId.From(item), cancellationToken) is { } found
            ? new SharedCopy(
                found.Title,
                [
                    .. SheetForms
                        .UpwardTalk.Boxes.Where(b => found.Written.Has(b.Key))
                        .Select(b => new SharedSection(words[$"sheet.upward.{b.Key}.label"], found.Written[b.Key])),
                ]
            )
            : null;
}
