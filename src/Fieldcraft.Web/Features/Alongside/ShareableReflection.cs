using Fieldcraft.Domain.Alongside;
using Fieldcraft.Domain.Sharing;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Alongside;

/// <summary>A copy of what a guest wrote after a visit, for whom the guest chooses; the host may be one of them. The item is the visit.</summary>
internal sealed class ShareableReflection(VisitsReading reading, Words words) : IShareable
{
    public SharedItemKind Kind => SharedItemKind.VisitReflection;

    public string AddressOf(Guid item) => AlongsideLinks.Visit(VisitId.From(item));

    public async Task<SharedCopy?> CopyAsync(Viewer viewer, Guid item, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, VisitId.From(item), cancellationToken) is not { Reflection: { } written } visit)
        {
            return null;
        }

        var sections = new[]
        {
            new SharedSection(words["alongside.saw.label"], written.Saw),
            new SharedSection(words["alongside.will_try.label"], written.WillTry),
        };
        return new SharedCopy(words["alongside.reflection.copy", visit.Host], [.. sections.Where(s => s.Text.Length > 0)]);
    }
}
