using Fieldcraft.Domain.People;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Security;

/// <summary>What the viewer is made of, in one query per request, compiled once for each program that runs (tests run several).</summary>
internal sealed class ViewerQueries
{
    public Func<FieldcraftDb, SessionId, CancellationToken, Task<SessionRow?>> BySession { get; } =
        EF.CompileAsyncQuery(
            (FieldcraftDb db, SessionId id, CancellationToken _) =>
                (
                    from session in db.Sessions.AsNoTracking()
                    where session.Id == id
                    join person in db.People on session.PersonId equals person.Id
                    select new SessionRow(
                        session.SecretHash,
                        session.Proof,
                        session.OnSharedDevice,
                        session.LastSeenAt,
                        session.EndedAt,
                        new PersonRow(
                            person.Id,
                            person.FirstName,
                            person.LastName,
                            person.PreferredName,
                            person.Language,
                            person.TimeZone,
                            person.Status,
                            db.Accounts.Where(a => a.PersonId == person.Id).Select(a => a.SealedShutUntil).FirstOrDefault(),
                            db.SignInNotices.Any(n => n.PersonId == person.Id && n.SeenAt == null),
                            db.People.Any(p => p.ManagerId == person.Id && p.Status != PersonStatus.Left),
                            db.Grants.Where(g => g.PersonId == person.Id)
                                .Join(db.Units, g => g.UnitId, u => u.Id, (g, u) => new HeldRole(g.Role, u.Path))
                                .ToList(),
                            db.Units.Where(u => u.LeadId == person.Id).Select(u => new LedUnit(u.Id, u.Kind, u.Path)).ToList()
                        )
                    )
                ).FirstOrDefault()
        );

    public Func<FieldcraftDb, byte[], CancellationToken, Task<TokenRow?>> ByToken { get; } =
        EF.CompileAsyncQuery(
            (FieldcraftDb db, byte[] hash, CancellationToken _) =>
                (
                    from token in db.ApiTokens.AsNoTracking()
                    where token.SecretHash == hash
                    join person in db.People on token.PersonId equals person.Id
                    select new TokenRow(
                        token.Scopes,
                        token.ExpiresAt,
                        token.EndedAt,
                        new PersonRow(
                            person.Id,
                            person.FirstName,
                            person.LastName,
                            person.PreferredName,
                            person.Language,
                            person.TimeZone,
                            person.Status,
                            db.Accounts.Where(a => a.PersonId == person.Id).Select(a => a.SealedShutUntil).FirstOrDefault(),
                            db.SignInNotices.Any(n => n.PersonId == person.Id && n.SeenAt == null),
                            db.People.Any(p => p.ManagerId == person.Id && p.Status != PersonStatus.Left),
                            db.Grants.Where(g => g.PersonId == person.Id)
                                .Join(db.Units, g => g.UnitId, u => u.Id, (g, u) => new HeldRole(g.Role, u.Path))
                                .ToList(),
                            db.Units.Where(u => u.LeadId == person.Id).Select(u => new LedUnit(u.Id, u.Kind, u.Path)).ToList()
                        )
                    )
                ).FirstOrDefault()
        );

    /// <summary>For a job that does something in a person's place: what they may see now, and nothing that is sealed.</summary>
    public Func<FieldcraftDb, PersonId, CancellationToken, Task<PersonRow?>> ByPerson { get; } =
        EF.CompileAsyncQuery(
            (FieldcraftDb db, PersonId id, CancellationToken _) =>
                (
                    from person in db.People.AsNoTracking()
                    where person.Id == id
                    select new PersonRow(
                        person.Id,
                        person.FirstName,
                        person.LastName,
                        person.PreferredName,
                        person.Language,
                        person.TimeZone,
                        person.Status,
                        db.Accounts.Where(a => a.PersonId == person.Id).Select(a => a.SealedShutUntil).FirstOrDefault(),
                        db.SignInNotices.Any(n => n.PersonId == person.Id && n.SeenAt == null),
                        db.People.Any(p => p.ManagerId == person.Id && p.Status != PersonStatus.Left),
                        db.Grants.Where(g => g.PersonId == person.Id)
                            .Join(db.Units, g => g.UnitId, u => u.Id, (g, u) => new HeldRole(g.Role, u.Path))
                            .ToList(),
                        db.Units.Where(u => u.LeadId == person.Id).Select(u => new LedUnit(u.Id, u.Kind, u.Path)).ToList()
                    )
                ).FirstOrDefault()
        );

    public static Viewer ToViewer(PersonRow person) =>
        new()
        {
            PersonId = person.Id,
            Name = $"{(string.IsNullOrEmpty(person.PreferredName) ? person.FirstName : person.PreferredName)} {person.LastName}".TrimEnd(),
            Language = person.Language,
            TimeZone = person.TimeZone,
            Proof = Proof.Token,
            SealedShutUntil = person.SealedShutUntil,
            HasNotices = person.HasNotices,
            HasReports = person.HasReports,
            Roles = person.Roles,
            Leads = person.Leads,
        };

    public static Viewer ToViewer(SessionId id, SessionRow row) =>
        ToViewer(row.Person) with
        {
            SessionId = id,
            Proof = row.Proof,
            OnSharedDevice = row.Shared,
        };

    public sealed record PersonRow(
        PersonId Id,
        string FirstName,
        string LastName,
        string? PreferredName,
        string Language,
        string TimeZone,
        PersonStatus Status,
        DateTimeOffset? SealedShutUntil,
        bool HasNotices,
        bool HasReports,
        List<HeldRole> Roles,
        List<LedUnit> Leads
    );

    public sealed record SessionRow(
        byte[] SecretHash,
        Proof Proof,
        bool Shared,
        DateTimeOffset LastSeenAt,
        DateTimeOffset? EndedAt,
        PersonRow Person
    );

    public sealed record TokenRow(TokenScopes Scopes, DateTimeOffset ExpiresAt, DateTimeOffset? EndedAt, PersonRow Person);
}
