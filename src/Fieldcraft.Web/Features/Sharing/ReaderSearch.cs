using Fieldcraft.Domain.People;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.People;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Sharing;

/// <summary>A person as somebody who shares sees them: enough to know that it is the right one.</summary>
public sealed record NamedPerson(PersonId Id, string Name, string JobTitle, string Unit)
{
    /// <summary>Job and unit, as far as they are known.</summary>
    public string Place => string.Join(", ", new[] { JobTitle, Unit }.Where(s => s.Length > 0));

    /// <summary>A row of a list to choose from.</summary>
    public Choice AsChoice() => new(Id.Value.ToString(), Name, Place);

    internal static string NameOf(string first, string last, string? preferred) =>
        $"{(string.IsNullOrEmpty(preferred) ? first : preferred)} {last}".TrimEnd();
}

/// <summary>
/// Finds people to share with: those who can sign in, by the beginning of a name (first name first, or last name first). A few at a time, so that nobody reads the directory off here.
/// </summary>
public sealed class ReaderSearch(FieldcraftDb db)
{
    public const int ShortestName = 2;
    public const int LongestName = 80;
    private const int Most = 8;

    public Task<IReadOnlyList<NamedPerson>> FindAsync(Viewer viewer, string name, CancellationToken cancellationToken) =>
        FindAsync(CanRead(viewer), name, cancellationToken);

    /// <summary>Colleagues to write down, whether they can sign in or not.</summary>
    public Task<IReadOnlyList<NamedPerson>> ColleaguesAsync(Viewer viewer, string name, CancellationToken cancellationToken) =>
        FindAsync(Colleagues(viewer), name, cancellationToken);

    /// <summary>One colleague; null for nobody, for oneself and for who has left.</summary>
    public async Task<NamedPerson?> ColleagueAsync(Viewer viewer, PersonId person, CancellationToken cancellationToken) =>
        await NamedAsync(Colleagues(viewer).Where(p => p.Id == person), cancellationToken) is [var found] ? found : null;

    /// <summary>Those of the given people who can be readers.</summary>
    public async Task<IReadOnlyList<NamedPerson>> NamedAsync(
        Viewer viewer,
        IReadOnlyCollection<PersonId> readers,
        CancellationToken cancellationToken
    ) =>
        readers.Count == 0
            ? []
            : await NamedAsync(
                CanRead(viewer).Where(p => readers.Contains(p.Id)).OrderBy(p => p.LastName).ThenBy(p => p.Id),
                cancellationToken
            );

    private IQueryable<Person> Colleagues(Viewer viewer)
    {
        var me = viewer.PersonId;
        return db.People.AsNoTracking().Where(p => p.Id != me && p.Status != PersonStatus.Left);
    }

    private IQueryable<Person> CanRead(Viewer viewer) =>
        Colleagues(viewer).Where(p => db.Accounts.Any(a => a.PersonId == p.Id && a.PasswordHash != null));

    private async Task<IReadOnlyList<NamedPerson>> FindAsync(IQueryable<Person> among, string name, CancellationToken cancellationToken)
    {
        if (name.Trim().Length < ShortestName || name.Length > LongestName)
        {
            return [];
        }

        var called = db.People.CalledLike(name).Select(p => p.Id);
        var people = among.Where(p => called.Contains(p.Id));
        return await NamedAsync(people.OrderBy(p => p.LastName).ThenBy(p => p.FirstName).ThenBy(p => p.Id).Take(Most), cancellationToken);
    }

    private async Task<IReadOnlyList<NamedPerson>> NamedAsync(IQueryable<Person> people, CancellationToken cancellationToken) =>
        await people
            .Select(p => new NamedPerson(
                p.Id,
                NamedPerson.NameOf(p.FirstName, p.LastName, p.PreferredName),
                p.JobTitle,
                db.Units.Where(u => u.Id == p.UnitId).Select(u => u.Name).FirstOrDefault() ?? ""
            ))
            .ToListAsync(cancellationToken);
}
