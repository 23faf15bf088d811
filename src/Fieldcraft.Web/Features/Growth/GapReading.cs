using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.Growth;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Features.Frameworks;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Growth;

/// <summary>Everything the gap pages show.</summary>
/// <param name="Earlier">Editions, other than the one in use, under which some of the checks were made.</param>
public sealed record OpenGaps(
    GrowthPicture Growth,
    Catalogue Catalogue,
    IReadOnlyList<Catalogue> Earlier,
    IReadOnlyList<GapPicture> Pictures
)
{
    /// <summary>The gaps that a person works on: wider than nought, the widest first.</summary>
    public IReadOnlyDictionary<string, decimal> Weights =>
        Pictures.Where(p => p.Weight > 0).ToDictionary(p => p.Capability, p => p.Weight, StringComparer.Ordinal);

    /// <summary>The name in the edition in use; a capability that is gone from it keeps the name it had.</summary>
    public Catalogue CatalogueOf(string capability) =>
        Catalogue.Find(capability) is not null ? Catalogue : Earlier.FirstOrDefault(c => c.Find(capability) is not null) ?? Catalogue;
}

/// <summary>Gaps for pages and API: what <see cref="GrowthReading"/> opens, and the editions it was made under.</summary>
public sealed class GapReading(GrowthReading growth, FrameworkReading frameworks, Rules rules)
{
    public async Task<OpenGaps> ReadAsync(Viewer viewer, CancellationToken cancellationToken) =>
        await OfAsync(await growth.ReadAsync(viewer, cancellationToken), cancellationToken);

    /// <summary>The gaps of what a page has opened already.</summary>
    public async Task<OpenGaps> OfAsync(GrowthPicture now, CancellationToken cancellationToken)
    {
        var catalogue = await frameworks.InUseAsync(cancellationToken);
        var earlier = new List<Catalogue>();
        foreach (var id in now.Checks.Select(c => c.Edition).Distinct().Where(e => e != catalogue.Id))
        {
            if (await frameworks.FindAsync(id, cancellationToken) is { } edition)
            {
                earlier.Add(edition);
            }
        }

        return new OpenGaps(now, catalogue, earlier, GapPictures.Of(now.Aims, now.Checks, catalogue, rules));
    }
}
