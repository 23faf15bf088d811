// The database compares paths byte by byte; EF translates no other overload of StartsWith.
#pragma warning disable CA1310, MA0001, MA0074

using Fieldcraft.Domain.People;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.SignIn;

/// <summary>
/// Whom somebody may hand a code: an administrator the people of the units the grant covers, a unit's lead those of the unit, a manager the
/// own reports. Whoever holds a grant gets a code only from an administrator who covers all of it: else a reset would be a way up.
/// </summary>
internal static class HandOut
{
    /// <summary>Whether the viewer may hand codes to anybody at all: not from a kiosk, and by a token only with the scope of administration.</summary>
    public static bool HandsOut(this Viewer viewer) =>
        viewer.Proof is not (Proof.Pin or Proof.Kiosk)
        && viewer.Scopes?.HasFlag(TokenScopes.Admin) != false
        && (viewer.IsAdministrator || viewer.HasReports || viewer.Leads.Count > 0);

    public static IQueryable<Person> WhoMayGetACodeFrom(this FieldcraftDb db, Viewer viewer)
    {
        var me = viewer.PersonId;
        var administered = AdministeredBy(viewer);
        var led = viewer.Leads.Select(l => l.Path).Concat(administered).Distinct(StringComparer.Ordinal).ToArray();
        return db
            .People.Where(p => p.Id != me && p.Status != PersonStatus.Left)
            .Where(p => p.ManagerId == me || db.Units.Any(u => u.Id == p.UnitId && led.Any(path => u.Path.StartsWith(path))))
            .Where(p =>
                !db.Grants.Any(g =>
                    g.PersonId == p.Id && !db.Units.Any(u => u.Id == g.UnitId && administered.Any(path => u.Path.StartsWith(path)))
                )
            );
    }

    /// <summary>The units to choose from, top down.</summary>
    public static IQueryable<Unit> UnitsToChooseFor(this FieldcraftDb db, Viewer viewer)
    {
        var paths = viewer.Leads.Select(l => l.Path).Concat(AdministeredBy(viewer)).Distinct(StringComparer.Ordinal).ToArray();
        return db.Units.Where(u => paths.Any(path => u.Path.StartsWith(path)));
    }

    private static string[] AdministeredBy(Viewer viewer) =>
        [.. viewer.Roles.Where(r => r.Role == Role.Administrator).Select(r => r.UnitPath)];
}
