namespace Fieldcraft.Tests.Api;

internal static partial class Changes
{
    private static IEnumerable<Change> Workshops() =>
        [
            Change.By("Workshop.Arrange", "AddWorkshopBlock", "ChangeWorkshopBlock", "MoveWorkshopBlock", "RemoveWorkshopBlock"),
            Change.By("Workshop.CallOff", "CallOffWorkshop"),
            Change.By("Workshop.Decline", "DeclineWorkshop"),
            Change.By("Workshop.Describe", "DescribeWorkshop"),
            Change.By("Workshop.DrawGroups", "DrawWorkshopGroups"),
            Change.By("Workshop.Enrol", "EnrolInWorkshop"),
            Change.By("Workshop.Invite", "InviteToWorkshop"),
            Change.By("Workshop.InviteByName", "InviteToWorkshop"),
            Change.By("Workshop.Leave", "LeaveWorkshop"),
            Change.By("Workshop.NameSecond", "NameSecondFacilitator"),
            Change.By("Workshop.Plan", "PlanWorkshop"),
            Change.Unreached("Workshop.TellThrough", "A job notes what it has told people of."),
            Change.By("Workshop.Uninvite", "UninviteFromWorkshop"),
            Change.By("LiveSession.Rearrange", "OpenWorkshopSession"),
            Change.By("CoachingSlot.Book", "BookCoachingSlot"),
            Change.By("CoachingSlot.GiveBack", "GiveCoachingSlotBack"),
            Change.By("CoachingSlot.Offer", "OfferCoachingSlot"),
            Change.By("CoachingSlot.Withdraw", "WithdrawCoachingSlot"),
            Change.By("InitiativeCheck.Take", "TakeInitiativeCheck"),
            Change.By("InitiativeCheck.TearUp", "TearUpInitiativeCheck"),
            Change.By("WorkshopFigures.EnterHandCount", "EnterWorkshopHandCount"),
            Change.By("WorkshopFigures.EnterLeaving", "EnterWorkshopLeaving"),
            Change.By("WorkshopNote.Rewrite", "WriteWorkshopNote"),
            Change.By("WorkshopNote.TearUp", "TearUpWorkshopNote"),
            Change.By("WorkshopNote.Write", "WriteWorkshopNote"),
        ];
}
