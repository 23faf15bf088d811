using Fieldcraft.Domain.People;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Commands;

/// <summary>How a command names a person: personnel number, e-mail address, or <c>id:GUID</c>.</summary>
internal static class PersonArgument
{
    public static async Task<Person?> FindAsync(FieldcraftDb db, string called, CancellationToken cancellationToken)
    {
        if (called.StartsWith("id:", StringComparison.Ordinal))
        {
            return Guid.TryParseExact(called[3..], "D", out var id)
                ? await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == PersonId.From(id), cancellationToken)
                : null;
        }

        var address = SignInAccount.Normalise(called);
        return await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.EmployeeId == called || p.Email == address, cancellationToken);
    }
}
