using System.Linq.Expressions;
using Fieldcraft.Domain.Assignments;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Assignments;

/// <summary>Who may see an assignment and what belongs to it: the person who brought it. What is shared is a copy, and lives with the shares.</summary>
public static class AssignmentsAccess
{
    public static IQueryable<Assignment> VisibleTo(this IQueryable<Assignment> assignments, Viewer viewer) =>
        assignments.Where(IsOwn<Assignment>(viewer, a => a.OwnerId));

    public static IQueryable<Answer> VisibleTo(this IQueryable<Answer> answers, Viewer viewer) =>
        answers.Where(IsOwn<Answer>(viewer, a => a.OwnerId));

    public static IQueryable<ChallengeProfile> VisibleTo(this IQueryable<ChallengeProfile> profiles, Viewer viewer) =>
        profiles.Where(IsOwn<ChallengeProfile>(viewer, p => p.OwnerId));

    public static IQueryable<OpinionRequest> VisibleTo(this IQueryable<OpinionRequest> requests, Viewer viewer) =>
        requests.Where(IsOwn<OpinionRequest>(viewer, r => r.OwnerId));

    public static IQueryable<CheckIn> VisibleTo(this IQueryable<CheckIn> checkIns, Viewer viewer) =>
        checkIns.Where(IsOwn<CheckIn>(viewer, c => c.OwnerId));

    private static Expression<Func<T, bool>> IsOwn<T>(Viewer viewer, Expression<Func<T, Domain.People.PersonId>> owner)
    {
        var me = viewer.PersonId;
        Expression<Func<Domain.People.PersonId>> mine = () => me;
        return Expression.Lambda<Func<T, bool>>(Expression.Equal(owner.Body, mine.Body), owner.Parameters);
    }
}
