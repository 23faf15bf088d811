using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Rollout.Timetables;
using Fieldcraft.Web.Features.Rollouts.Picture;
using Fieldcraft.Web.Features.Rollouts.Solving;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.TeachingSessions;

/// <summary>The picture of a site with the rules laid over it; asked again and again for one edit.</summary>
public sealed class SessionPicture
{
    private readonly Rules _rules;
    private readonly DateTimeOffset _now;

    internal SessionPicture(RolloutPicture rollout, string organisationLanguage, DateTimeOffset now)
    {
        (Rollout, _now) = (rollout, now);
        _rules = new Rules(InstanceBuilder.Build(rollout, organisationLanguage));
    }

    public RolloutPicture Rollout { get; }

    /// <summary>The rules that the sessions of the picture break.</summary>
    public IReadOnlyList<SessionFinding> Findings() => SessionFindings.Of(Rollout, Rollout.Sessions, _rules, _now);

    /// <summary>The rules that would be broken with these sessions in place of those of the same id.</summary>
    public IReadOnlyList<SessionFinding> FindingsWith(params IReadOnlyList<TeachingSession> changed)
    {
        var ids = changed.Select(s => s.Id).ToHashSet();
        return SessionFindings.Of(Rollout, [.. Rollout.Sessions.Where(s => !ids.Contains(s.Id)), .. changed], _rules, _now);
    }

    public bool IsOver(TeachingSession session) => session.End <= LocalTime.Of(_now, session.TimeZone);

    public bool HasBegun(TeachingSession session) => session.Start <= LocalTime.Of(_now, session.TimeZone);
}

/// <summary>Loads the picture of a site.</summary>
public sealed class SessionPictures(RolloutModules modules, RolloutPictures pictures, InstallationState installation, TimeProvider clock)
{
    /// <returns>Null when the module or the site is not there.</returns>
    public async Task<SessionPicture?> LoadAsync(ModuleId module, UnitId site, CancellationToken cancellationToken) =>
        await modules.FindAsync(module, cancellationToken) is { } found
        && await pictures.LoadAsync(found, site, cancellationToken) is { } rollout
            ? new SessionPicture(rollout, await LanguageAsync(cancellationToken), clock.GetUtcNow())
            : null;

    private async Task<string> LanguageAsync(CancellationToken cancellationToken) =>
        (await installation.FindAsync(cancellationToken))?.Language ?? WordCatalogue.Source;
}
