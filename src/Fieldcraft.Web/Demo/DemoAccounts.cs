using Fieldcraft.Domain.People;

namespace Fieldcraft.Web.Demo;

/// <summary>Somebody whom a visitor of the demo can be with one click. The key is also the word <c>demo.account.KEY</c> that says who that is.</summary>
/// <param name="EmployeeId">Whom of the directory; the directory is the same in every demo.</param>
/// <param name="Grants">Roles over the whole organisation, or over the named unit.</param>
public sealed record DemoAccount(string Key, string EmployeeId, params (Role Role, string? Unit)[] Grants);

/// <summary>The people of the demo who have a password, one for each kind of user.</summary>
public static class DemoAccounts
{
    /// <summary>The same for all of them; demo mode refuses any database but its own.</summary>
    public const string Password = "meridian-post-demo";

    public static readonly IReadOnlyList<DemoAccount> All = Choose(DemoDirectory.Rows);

    private static List<DemoAccount> Choose(IReadOnlyList<DemoPerson> rows)
    {
        var active = rows.Where(r => r.Status == PersonStatus.Active).ToList();
        var reports = active
            .Where(r => r.SupervisorId is not null)
            .GroupBy(r => r.SupervisorId!)
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var head = active.First(r => r.JobTitle == "Chief executive");
        var network = active.First(r => r.JobTitle == "Network manager");
        var facility = active.First(r => r.JobTitle == "Facility manager" && r.SupervisorId == network.EmployeeId);
        var teams = active.Where(r => r.JobTitle == "Team leader" && r.Email is not null).ToList();
        var leader = teams.First(r => r.SupervisorId == facility.EmployeeId);
        var mentor = teams.First(r => r.SupervisorId != facility.EmployeeId);
        var many = teams.MinBy(r => (Math.Abs(reports.GetValueOrDefault(r.EmployeeId) - 44), r.EmployeeId))!;
        var coach = teams.First(r => r != leader && r != mentor && r != many);
        var employee = active.First(r => r.SupervisorId == leader.EmployeeId && r.Email is null);
        var learning = active
            .Where(r =>
                r.UnitPath.EndsWith("/ People and Learning", StringComparison.Ordinal) && r.JobTitle is not "Head of People and Learning"
            )
            .ToList();
        var scheduler = active.First(r => r.JobTitle == "Coordinator" && !learning.Contains(r));
        return
        [
            new("leader", leader.EmployeeId),
            new("leader_many", many.EmployeeId),
            new("mentor", mentor.EmployeeId),
            new("employee", employee.EmployeeId),
            new("facility", facility.EmployeeId),
            new("network", network.EmployeeId),
            new("state", active.First(r => r.JobTitle == "State general manager").EmployeeId, (Role.SeniorLeader, null)),
            new("sponsor", head.EmployeeId, (Role.Sponsor, null), (Role.SeniorLeader, null)),
            new("programme_lead", active.First(r => r.JobTitle == "Head of People and Learning").EmployeeId, (Role.ProgrammeLead, null)),
            new("learning_designer", learning[0].EmployeeId, (Role.LearningDesigner, null)),
            new("facilitator", coach.EmployeeId, (Role.PreviewFacilitator, network.UnitPath)),
            new("scheduler", scheduler.EmployeeId, (Role.SiteScheduler, facility.UnitPath)),
            new("administrator", active.First(r => r.JobTitle == "Head of Technology").EmployeeId, (Role.Administrator, null)),
        ];
    }
}
