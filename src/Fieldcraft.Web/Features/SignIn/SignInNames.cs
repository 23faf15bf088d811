using Fieldcraft.Domain.People;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.SignIn;

/// <summary>Whom a user name means: an e-mail address or a personnel number, in any case.</summary>
internal static class SignInNames
{
    /// <summary>The account. The questions asked of the database are the same whether there is one or not.</summary>
    public static async Task<SignInAccount?> AccountAsync(FieldcraftDb db, string userName, CancellationToken cancellationToken)
    {
        var name = SignInAccount.Normalise(userName);
        var byName = await db.Accounts.FirstOrDefaultAsync(a => a.UserName == name, cancellationToken);
        var person = await PersonIdAsync(db, userName, cancellationToken) ?? PersonId.From(Guid.Empty);
        var byPerson = await db.Accounts.FirstOrDefaultAsync(a => a.PersonId == person, cancellationToken);
        return byName ?? byPerson;
    }

    /// <summary>The person, account or not; also by the name of an account.</summary>
    public static async Task<Person?> PersonAsync(FieldcraftDb db, string userName, CancellationToken cancellationToken)
    {
        var name = SignInAccount.Normalise(userName);
        var byAccount = await db
            .Accounts.Where(a => a.UserName == name)
            .Select(a => (PersonId?)a.PersonId)
            .FirstOrDefaultAsync(cancellationToken);
        var id = byAccount ?? await PersonIdAsync(db, userName, cancellationToken) ?? PersonId.From(Guid.Empty);
        return await db.People.FirstOrDefaultAsync(p => p.Id == id, cancellationToken);
    }

    private static async Task<PersonId?> PersonIdAsync(FieldcraftDb db, string userName, CancellationToken cancellationToken)
    {
        // Directories write numbers and addresses in any case; these three are what an index can find.
        var trimmed = userName.Trim();
        string[] spellings = [trimmed, trimmed.ToLowerInvariant(), trimmed.ToUpperInvariant()];
        return await db
            .People.Where(p => spellings.Contains(p.Email) || spellings.Contains(p.EmployeeId))
            .OrderBy(p => p.Id)
            .Select(p => (PersonId?)p.Id)
            .FirstOrDefaultAsync(cancellationToken);
    }
}
