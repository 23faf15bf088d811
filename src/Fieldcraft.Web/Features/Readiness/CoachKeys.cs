using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Readiness;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Readiness;

/// <summary>
/// Who reads a leader's comfort page besides the leader: the coach of the group in which they took a seat, from that moment until they give it up or
/// take it back. Another coach is never let in over the leader's head.
/// </summary>
public sealed class CoachKeys(FieldcraftDb db, Vault vault, TimeProvider clock)
{
    private readonly List<(Guid Document, PersonId Reader)> _toShut = [];

    /// <summary>The leader's comfort page in a module, tracked; made when there is none yet.</summary>
    public async Task<LeaderComfort> ComfortOfAsync(PersonId leader, ModuleId module, CancellationToken cancellationToken)
    {
        var comfort =
            db.LeaderComforts.Local.FirstOrDefault(c => c.OwnerId == leader && c.ModuleId == module)
            ?? await db.LeaderComforts.FirstOrDefaultAsync(c => c.OwnerId == leader && c.ModuleId == module, cancellationToken);
        if (comfort is null)
        {
            var now = clock.GetUtcNow();
            comfort = LeaderComfort.Begin(Id.New<LeaderComfortId>(now), leader, module, now);
            db.Add(comfort);
        }

        return comfort;
    }

    /// <summary>The leader has a seat in a coaching group: its coach reads along.</summary>
    public async Task LetInAsync(PreparationEvent group, PersonId leader, CancellationToken cancellationToken)
    {
        if (group.Kind != PreparationKind.Coaching || group.FacilitatorId is not { } coach || coach == leader)
        {
            return;
        }

        var comfort = await ComfortOfAsync(leader, group.ModuleId, cancellationToken);
        if (comfort.CoachId == coach)
        {
            return;
        }

        Shut(comfort, comfort.LetIn(coach, clock.GetUtcNow()));
        if (_toShut.Remove((comfort.Id.Value, coach)))
        {
            // From one group of this coach to another: the key was never taken away.
            return;
        }

        await vault.SealerAsync(leader, comfort.Id.Value, cancellationToken);
        await vault.AdmitAsync(leader, comfort.Id.Value, coach, cancellationToken);
    }

    /// <summary>The leader no longer has a seat in this group.</summary>
    public Task ShutAsync(PreparationEvent group, PersonId leader, CancellationToken cancellationToken) =>
        ShutAsync(group, group.FacilitatorId, [leader], cancellationToken);

    /// <summary>This coach no longer holds the group: nobody's page is open to them because of it.</summary>
    public Task ShutAsync(PreparationEvent group, PersonId? coach, CancellationToken cancellationToken) =>
        ShutAsync(group, coach, [.. group.Seated.Select(s => s.PersonId)], cancellationToken);

    /// <summary>The leader takes it back.</summary>
    public void ShutOut(LeaderComfort comfort) => Shut(comfort, comfort.ShutOut(clock.GetUtcNow()));

    /// <summary>Saves, and takes the keys away that were to go. False when somebody saved another version meanwhile.</summary>
    public async Task<bool> SaveAsync(CancellationToken cancellationToken)
    {
        if (!await db.TrySaveAsync(cancellationToken))
        {
            _toShut.Clear();
            return false;
        }

        foreach (var (document, reader) in _toShut)
        {
            await vault.ExpelAsync(document, reader, cancellationToken);
        }

        _toShut.Clear();
        return true;
    }

    private async Task ShutAsync(
        PreparationEvent group,
        PersonId? coach,
        IReadOnlyList<PersonId> leaders,
        CancellationToken cancellationToken
    )
    {
        if (group.Kind != PreparationKind.Coaching || coach is null)
        {
            return;
        }

        var module = group.ModuleId;
        foreach (
            var comfort in await db
                .LeaderComforts.Where(c => c.ModuleId == module && c.CoachId == coach && leaders.Contains(c.OwnerId))
                .ToListAsync(cancellationToken)
        )
        {
            Shut(comfort, comfort.ShutOut(clock.GetUtcNow()));
        }
    }

    private void Shut(LeaderComfort comfort, PersonId? reader)
    {
        if (reader is { } gone)
        {
            _toShut.Add((comfort.Id.Value, gone));
        }
    }
}
