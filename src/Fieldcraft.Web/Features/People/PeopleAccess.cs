using System.Linq.Expressions;
using Fieldcraft.Domain.People;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.People;

/// <summary>
/// Anybody signed in finds a colleague by name and learns job and unit. Number, address, status and history are for the person, four managers
/// up the line, the leads of the units above and the administrators there.
/// </summary>
public static class PeopleAccess
{
    /// <summary>People who left are found only by those who may see details.</summary>
    public static IQueryable<Person> FoundBy(this IQueryable<Person> people, Viewer viewer, FieldcraftDb db)
    {
        Expression<Func<Person, bool>> here = p => p.Status != PersonStatus.Left;
        var details = DetailsFor(viewer, db);
        return people.Where(
            Expression.Lambda<Func<Person, bool>>(
                Expression.OrElse(here.Body, Expression.Invoke(details, here.Parameters)),
                here.Parameters
            )
        );
    }

    /// <summary>People whose name begins so: the last name first, or as they are called. An index finds each.</summary>
    public static IQueryable<Person> CalledLike(this IQueryable<Person> people, string beginning)
    {
        var (from, to) = FoldedName.RangeOf(beginning);
        return people
            .Where(p => string.Compare(p.NameKey, from) >= 0 && string.Compare(p.NameKey, to) < 0)
            .Union(people.Where(p => string.Compare(p.CalledKey, from) >= 0 && string.Compare(p.CalledKey, to) < 0));
    }

    public static IQueryable<Person> WithDetailsFor(this IQueryable<Person> people, Viewer viewer, FieldcraftDb db) =>
        people.Where(DetailsFor(viewer, db));

    /// <summary>The people whom the viewer may add, correct and move.</summary>
    public static IQueryable<Person> ManagedBy(this IQueryable<Person> people, Viewer viewer, FieldcraftDb db)
    {
        var units = db.Units.ManagedBy(viewer).Select(u => (UnitId?)u.Id);
        return people.Where(p => units.Contains(p.UnitId));
    }

    /// <summary>The units that the viewer administers.</summary>
    public static IQueryable<Unit> ManagedBy(this IQueryable<Unit> units, Viewer viewer) => units.Where(InAnyOf(AdministeredPaths(viewer)));

    public static bool MayManage(this Viewer viewer, string unitPath) =>
        AdministeredPaths(viewer).Any(p => unitPath.StartsWith(p, StringComparison.Ordinal));

    internal static Expression<Func<Person, bool>> DetailsFor(Viewer viewer, FieldcraftDb db)
    {
        var me = viewer.PersonId;
        var first = db.People.Where(p => p.ManagerId == me).Select(p => (PersonId?)p.Id);
        var second = db.People.Where(p => first.Contains(p.ManagerId)).Select(p => (PersonId?)p.Id);
        var third = db.People.Where(p => second.Contains(p.ManagerId)).Select(p => (PersonId?)p.Id);
        var paths = viewer.Leads.Select(l => l.Path).Concat(AdministeredPaths(viewer)).ToList();
        if (paths.Count == 0)
        {
            return viewer.HasReports
                ? p =>
                    p.Id == me
                    || p.ManagerId == me
                    || first.Contains(p.ManagerId)
                    || second.Contains(p.ManagerId)
                    || third.Contains(p.ManagerId)
                : p => p.Id == me;
        }

        var units = db.Units.Where(InAnyOf(paths)).Select(u => (UnitId?)u.Id);
        return viewer.HasReports
            ? p =>
                p.Id == me
                || units.Contains(p.UnitId)
                || p.ManagerId == me
                || first.Contains(p.ManagerId)
                || second.Contains(p.ManagerId)
                || third.Contains(p.ManagerId)
            : p => p.Id == me || units.Contains(p.UnitId);
    }

    private static List<string> AdministeredPaths(Viewer viewer) =>
        [.. viewer.Roles.Where(r => r.Role == Role.Administrator).Select(r => r.UnitPath)];

    /// <summary>A subtree is one range of paths: a path ends with a dot, and the character after the dot is the slash.</summary>
    internal static Expression<Func<Unit, bool>> InAnyOf(IReadOnlyList<string> paths)
    {
        var unit = Expression.Parameter(typeof(Unit), "unit");
        Expression any = Expression.Constant(false);
        foreach (var path in paths.Distinct(StringComparer.Ordinal))
        {
            var (from, to) = (path, $"{path[..^1]}/");
            Expression<Func<Unit, bool>> within = u => string.Compare(u.Path, from) >= 0 && string.Compare(u.Path, to) < 0;
            any = Expression.OrElse(any, Swap.In(within.Body, within.Parameters[0], unit));
        }

        return Expression.Lambda<Func<Unit, bool>>(any, unit);
    }

    private sealed class Swap(ParameterExpression old, ParameterExpression with) : ExpressionVisitor
    {
        public static Expression In(Expression body, ParameterExpression old, ParameterExpression with) => new Swap(old, with).Visit(body);

        protected override Expression VisitParameter(ParameterExpression node) => node == old ? with : base.VisitParameter(node);
    }
}
