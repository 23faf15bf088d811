using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Modules;

/// <summary>Somebody with a part in a module.</summary>
public sealed record NamedRole(ModuleRole Role, PersonId PersonId, string Name);

/// <summary>An edition as a list shows it.</summary>
public sealed record EditionLine(ModuleEditionId Id, int Number, string? Note, DateTimeOffset PublishedAt);

/// <summary>A module with the edition in use, for one viewer.</summary>
public sealed record OpenModule(
    Module Module,
    string Programme,
    ModuleContent? Content,
    EditionLine? Edition,
    IReadOnlyList<NamedRole> Roles
)
{
    public ModuleId Id => Module.Id;
}

/// <summary>Reads modules and their editions through the viewer.</summary>
public sealed class ModuleReading(FieldcraftDb db, Viewer viewer)
{
    /// <summary>The module with its edition in use and the people named for a part.</summary>
    public async Task<OpenModule?> FindAsync(ModuleId id, CancellationToken cancellationToken)
    {
        var found = await (
            from m in db.Modules.AsNoTracking().VisibleTo(viewer)
            where m.Id == id
            join p in db.Programmes on m.ProgrammeId equals p.Id
            from e in db.ModuleEditions.Where(e => e.Id == m.EditionId).DefaultIfEmpty()
            select new
            {
                Module = m,
                Programme = p.Name,
                Edition = e,
            }
        ).FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var roles = await (
            from h in db.Set<ModuleRoleHolder>().AsNoTracking()
            where h.ModuleId == id
            join p in db.People on h.PersonId equals p.Id
            orderby h.Role, p.LastName, p.Id
            select new NamedRole(h.Role, p.Id, NamedPerson.NameOf(p.FirstName, p.LastName, p.PreferredName))
        ).ToListAsync(cancellationToken);
        return new OpenModule(
            found.Module,
            found.Programme,
            found.Edition is null ? null : ModuleContent.FromJson(found.Edition.Content),
            found.Edition is null
                ? null
                : new EditionLine(found.Edition.Id, found.Edition.Number, found.Edition.Note, found.Edition.PublishedAt!.Value),
            roles
        );
    }

    /// <summary>The published editions, newest first.</summary>
    public async Task<IReadOnlyList<EditionLine>> EditionsAsync(ModuleId id, CancellationToken cancellationToken) =>
        await db
            .ModuleEditions.AsNoTracking()
            .Where(e => e.ModuleId == id && e.PublishedAt != null)
            .OrderByDescending(e => e.Number)
            .Select(e => new EditionLine(e.Id, e.Number, e.Note, e.PublishedAt!.Value))
            .ToListAsync(cancellationToken);

    /// <summary>What one edition says; a draft only to those who design.</summary>
    public async Task<(EditionLine? Line, ModuleContent Content)?> EditionAsync(
        ModuleId id,
        ModuleEditionId edition,
        CancellationToken cancellationToken
    )
    {
        var found = await db.ModuleEditions.AsNoTracking().FirstOrDefaultAsync(e => e.ModuleId == id && e.Id == edition, cancellationToken);
        return found is null || (found.IsDraft && !viewer.MayDesignModules())
            ? null
            : (
                found.PublishedAt is { } at ? new EditionLine(found.Id, found.Number, found.Note, at) : null,
                ModuleContent.FromJson(found.Content)
            );
    }

    /// <summary>The media of a module, oldest first.</summary>
    public async Task<IReadOnlyList<ModuleMedia>> MediaAsync(ModuleId id, CancellationToken cancellationToken) =>
        await db
            .ModuleMedia.AsNoTracking()
            .Where(m => m.ModuleId == id)
            .OrderBy(m => m.AddedAt)
            .ThenBy(m => m.Id)
            .ToListAsync(cancellationToken);
}
