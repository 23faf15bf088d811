using Fieldcraft.Domain.People;
using Fieldcraft.Domain.People.Importing;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Administration.Importing;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.People;

/// <summary>What came of adding or correcting one person.</summary>
public sealed record PersonSaved(PersonId? Id, IReadOnlyList<ImportFinding> Findings, bool IsStale, int Version = 0);

/// <summary>Adds and corrects single people by the rules of an import of one row: there is one way into the directory.</summary>
public sealed class PersonDesk(FieldcraftDb db, DirectoryTakeover takeover, TimeProvider clock)
{
    /// <param name="cells">What is said, by column; a column left out stays as it is.</param>
    /// <param name="person">The person to correct; null for a new one.</param>
    public async Task<PersonSaved> SaveAsync(
        Viewer viewer,
        Person? person,
        IReadOnlyDictionary<DirectoryColumn, string> cells,
        CancellationToken cancellationToken
    )
    {
        var said = new Dictionary<DirectoryColumn, string>(cells);
        if (person is not null)
        {
            said[DirectoryColumn.EmployeeId] = $"{DirectoryImport.IdPrefix}{person.Id.Value:D}";
        }

        var headers = said.Keys.Select(c => c.Name()).ToList();
        var mapping = ColumnMapping.Of(headers, said.Keys.ToDictionary(c => c, c => c.Name()), DateOrder.DayFirst);
        FileRow[] rows = [new(2, [.. said.Values.Select(Formulas.Neutralise)])];
        var scope = ImportDesk.ScopeOf(viewer);
        var plan = await takeover.PlanAsync(rows, mapping, scope, cancellationToken);
        if (plan.Findings.Any())
        {
            return new PersonSaved(null, [.. plan.Findings], false);
        }

        if (person is null && plan.Rows.Single().Known is not null)
        {
            var number = said.GetValueOrDefault(DirectoryColumn.EmployeeId, "");
            return new PersonSaved(
                null,
                [new(2, DirectoryColumn.EmployeeId.Name(), number, FindingCode.DuplicateId, FindingAction.Fix, "")],
                false
            );
        }

        var done = await takeover.CarryOutAsync(rows, mapping, scope, DirectoryTakeover.Fingerprint(plan), null, null, cancellationToken);
        if (!done.IsDone)
        {
            return new PersonSaved(null, [], true);
        }

        var key = said[DirectoryColumn.EmployeeId];
        var known = person?.Id;
        var now = await db
            .People.Where(p => known == null ? p.EmployeeId == key : p.Id == known)
            .Select(p => new { p.Id, p.Version })
            .SingleAsync(cancellationToken);
        return new PersonSaved(now.Id, [], false, now.Version);
    }

    /// <summary>The person leaves the organisation; null where the viewer does not administer such a person.</summary>
    /// <param name="version">The version that was looked at; null where the caller looked at the person just now.</param>
    public async Task<Outcome?> EndAsync(Viewer viewer, PersonId id, int? version, CancellationToken cancellationToken)
    {
        if (await db.People.ManagedBy(viewer, db).FirstOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } person)
        {
            return null;
        }

        if (person.Id == viewer.PersonId)
        {
            return new Refusal("person-cannot-end-self");
        }

        if (version is not null && version != person.Version)
        {
            return new Refusal("person-changed-meanwhile");
        }

        var outcome = person.Leave(clock.GetUtcNow());
        return outcome.IsRefused || await db.TrySaveAsync(cancellationToken) ? outcome : new Refusal("person-changed-meanwhile");
    }

    /// <summary>Adds a line beside the main one; null where the viewer does not administer such a person.</summary>
    public Task<Outcome?> AddLineAsync(Viewer viewer, PersonId id, PersonId manager, CancellationToken cancellationToken) =>
        WithLinesAsync(
            viewer,
            id,
            p => p.AlsoReportTo(manager, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), clock.GetUtcNow()),
            cancellationToken
        );

    public Task<Outcome?> EndLineAsync(Viewer viewer, PersonId id, ReportingLineId line, CancellationToken cancellationToken) =>
        WithLinesAsync(
            viewer,
            id,
            p => p.EndOtherLine(line, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), clock.GetUtcNow()),
            cancellationToken
        );

    private async Task<Outcome?> WithLinesAsync(
        Viewer viewer,
        PersonId id,
        Func<Person, Outcome> change,
        CancellationToken cancellationToken
    )
    {
        if (
            await db.People.ManagedBy(viewer, db).Include(p => p.Lines).FirstOrDefaultAsync(p => p.Id == id, cancellationToken)
            is not { } person
        )
        {
            return null;
        }

        var outcome = change(person);
        return outcome.IsRefused || await db.TrySaveAsync(cancellationToken) ? outcome : new Refusal("person-changed-meanwhile");
    }
}
