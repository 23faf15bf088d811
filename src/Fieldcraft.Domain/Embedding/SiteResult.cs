using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;

namespace Fieldcraft.Domain.Embedding;

/// <summary>
/// How far a site has come with a module, as it was counted last, for feed and board. Only what may be shown is kept: a site whose figures are withheld
/// has none (DOMAIN 15.6).
/// </summary>
public sealed class SiteResult(UnitId siteId, ModuleId moduleId, int eligible, int done, DateTimeOffset countedAt)
{
    public UnitId SiteId { get; private set; } = siteId;
    public ModuleId ModuleId { get; private set; } = moduleId;
    public int Eligible { get; private set; } = eligible;
    public int Done { get; private set; } = done;
    public DateTimeOffset CountedAt { get; private set; } = countedAt;
}
