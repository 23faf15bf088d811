using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.SetUp;

/// <summary>
/// Makes the installation and its first person in one transaction. There is one row for the installation, with a fixed key: of two people
/// who set up at the same moment the database lets one through.
/// </summary>
internal sealed class SettingUp(FieldcraftDb db, SignInDesk desk, Passwords passwords, Words words, TimeProvider clock)
{
    /// <returns>Refused as <c>set-up-taken</c> when somebody was first.</returns>
    public async Task<Outcome> JustMeAsync(string? firstName, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var name = string.IsNullOrWhiteSpace(firstName) ? words["set_up.me.name_for_now"] : firstName.Trim();
        var zone = TimeZones.OfThisMachine();
        var facts = new DirectoryFacts
        {
            FirstName = name,
            Language = words.Language,
            TimeZone = zone,
        };
        var person = Person.Join(Id.New<PersonId>(now), facts, now);
        db.Add(person);
        return await SaveAsync(InstallationMode.JustMe, name, words.Language, zone, person, Proof.Machine, cancellationToken);
    }

    /// <summary>Makes the organisation's unit, its first administrator and the grant. Everything in the input has been checked.</summary>
    /// <returns>Refused as <c>set-up-taken</c> when somebody was first.</returns>
    public async Task<Outcome> OrganisationAsync(OrganisationInput input, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var userName = input.UserName.Trim();
        var isEmail = userName.Contains('@', StringComparison.Ordinal);
        var unit = Unit.Open(Id.New<UnitId>(now), null, UnitKind.Organisation, input.Name.Trim(), now);
        var facts = new DirectoryFacts
        {
            FirstName = input.FirstName.Trim(),
            LastName = (input.LastName ?? "").Trim(),
            Email = isEmail ? SignInAccount.Normalise(userName) : null,
            EmployeeId = isEmail ? null : userName,
            Language = input.Language,
            TimeZone = input.TimeZone,
        };
        var person = Person.Join(Id.New<PersonId>(now), facts, now);
        person.PlaceIn(unit.Id, DateOnly.FromDateTime(now.UtcDateTime), now);
        var account = SignInAccount.For(person.Id, userName, now);
        account.SetPassword(passwords.Hash(input.Password), byWayOfSomebodyElse: false, now);
        if (isEmail)
        {
            account.ProveEmail(userName, now);
        }

        db.AddRange(unit, person, account, Grant.Give(Id.New<GrantId>(now), person.Id, Role.Administrator, unit.Id, null, now));
        return await SaveAsync(
            InstallationMode.Organisation,
            input.Name.Trim(),
            input.Language,
            input.TimeZone,
            person,
            Proof.Password,
            cancellationToken
        );
    }

    private async Task<Outcome> SaveAsync(
        InstallationMode mode,
        string name,
        string language,
        string timeZone,
        Person person,
        Proof proof,
        CancellationToken cancellationToken
    )
    {
        db.Add(
            new Installation
            {
                Mode = mode,
                Name = name,
                Language = language,
                TimeZone = timeZone,
                MadeAt = clock.GetUtcNow(),
            }
        );
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await db.Installations.AnyAsync(cancellationToken))
            {
                return new Refusal("set-up-taken");
            }

            throw;
        }

        await desk.StartAsync(person.Id, proof, shared: false, cancellationToken);
        return Outcome.Done;
    }
}
