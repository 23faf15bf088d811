using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Worlds;

/// <summary>Builds situations in domain words. Every world has an organisation unit of its own, so worlds share a database in peace.</summary>
public sealed class World
{
    private World(TestApp app, Unit organisation)
    {
        App = app;
        Organisation = organisation;
    }

    public TestApp App { get; }

    public Unit Organisation { get; }

    public DateTimeOffset Now => App.Clock.GetUtcNow();

    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    /// <summary>A world in the app that all tests share.</summary>
    public static async Task<World> OnAsync(Database database) => await InAsync(await TestApp.SharedAsync(database));

    public static async Task<World> InAsync(TestApp app)
    {
        var now = app.Clock.GetUtcNow();
        var organisation = Unit.Open(Id.New<UnitId>(now), null, UnitKind.Organisation, "Meridian Post", now);
        await app.InDatabaseAsync(async db =>
        {
            if (!await db.Installations.AnyAsync())
            {
                db.Add(
                    new Installation
                    {
                        Mode = InstallationMode.Organisation,
                        Name = "Meridian Post",
                        Language = "en",
                        TimeZone = "UTC",
                        MadeAt = now,
                    }
                );
            }

            db.Add(organisation);
            try
            {
                await db.SaveChangesAsync();
            }
            catch (DbUpdateException)
            {
                // Another world of the same app was first to make the installation.
                db.ChangeTracker.Clear();
                db.Add(organisation);
                await db.SaveChangesAsync();
            }
        });
        return new World(app, organisation);
    }

    public async Task<Unit> UnitAsync(string name, UnitKind kind, Unit? under = null, Person? ledBy = null)
    {
        var unit = Unit.Open(Id.New<UnitId>(Now), under ?? Organisation, kind, name, Now);
        unit.EntrustTo(ledBy?.Id, Now);
        await SaveAsync(unit);
        return unit;
    }

    public async Task<Person> PersonAsync(
        string firstName,
        Person? reportsTo = null,
        Unit? unit = null,
        Func<DirectoryFacts, DirectoryFacts>? facts = null
    )
    {
        var id = Id.New<PersonId>(Now);
        var said = new DirectoryFacts
        {
            FirstName = firstName,
            LastName = "Test",
            EmployeeId = $"E{id.Value:n}"[..20],
            TimeZone = "UTC",
            JobTitle = "Team leader",
        };
        var person = Person.Join(id, facts?.Invoke(said) ?? said, Now);
        person.PlaceIn((unit ?? Organisation).Id, Today, Now);
        person.ReportTo(reportsTo?.Id, Today, Now);
        await SaveAsync(person);
        return person;
    }

    /// <summary>A person with so many direct reports.</summary>
    public async Task<Person> LeaderAsync(string firstName, int reports = 3)
    {
        var leader = await PersonAsync(firstName);
        for (var i = 0; i < reports; i++)
        {
            await PersonAsync($"Report {i + 1}", leader);
        }

        return leader;
    }

    public async Task<Person> HolderOfAsync(Role role, string firstName = "Robin", Unit? over = null)
    {
        var person = await PersonAsync(firstName);
        await SaveAsync(Grant.Give(Id.New<GrantId>(Now), person.Id, role, (over ?? Organisation).Id, null, Now));
        return person;
    }

    /// <summary>Signs a person in without the sign-in page.</summary>
    public async Task<Browser> SignedInAsync(Person person, Proof proof = Proof.Password, bool shared = false)
    {
        var secret = Secrets.New();
        var session = SignInSession.Start(Id.New<SessionId>(Now), person.Id, Secrets.Hash(secret), proof, shared, "Test browser", Now);
        await SaveAsync(session);
        var browser = App.NewBrowser();
        browser.Carry("fieldcraft", Secrets.Text([.. session.Id.Value.ToByteArray(bigEndian: true), .. secret]));
        return browser;
    }

    public Task SaveAsync(object row) =>
        App.InDatabaseAsync(async db =>
        {
            db.Add(row);
            await db.SaveChangesAsync();
        });

    public Task<T> InDatabaseAsync<T>(Func<FieldcraftDb, Task<T>> work) => App.InDatabaseAsync(work);
}
