using Fieldcraft.Domain.People;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Tests.SignIn;

/// <summary>People with passwords for the worlds of these tests.</summary>
internal static class SignIns
{
    public const string Password = "seven trucks before dawn";
    private static readonly Lazy<string> Hash = new(() => TestApp.Passwords.Hash(Password));

    public static async Task<Person> WithPasswordAsync(
        this World world,
        string firstName,
        string? email = null,
        Func<DirectoryFacts, DirectoryFacts>? change = null
    )
    {
        // Personnel numbers in capitals, as directories write them; random, because many worlds share a database.
        var number = $"P{Guid.CreateVersion7(world.Now):n}"[..33].ToUpperInvariant();
        var person = await world.PersonAsync(
            firstName,
            facts: f =>
            {
                var facts = f with { EmployeeId = number, Email = email };
                return change?.Invoke(facts) ?? facts;
            }
        );
        await world.GivePasswordAsync(person);
        return person;
    }

    public static async Task GivePasswordAsync(this World world, Person person)
    {
        var account = SignInAccount.For(person.Id, person.EmployeeId ?? person.Email!, world.Now);
        account.SetPassword(Hash.Value, byWayOfSomebodyElse: false, world.Now);
        await world.SaveAsync(account);
    }
}
