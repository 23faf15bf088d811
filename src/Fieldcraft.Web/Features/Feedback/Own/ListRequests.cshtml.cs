using Fieldcraft.Domain.Feedback;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Feedback.Own;

public sealed class ListRequestsModel(FeedbackReading reading, Viewer viewer) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public IReadOnlyList<OpenRequest> Requests { get; private set; } = [];

    public FeedbackRequestId? More { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var after = After is { } id ? FeedbackRequestId.From(id) : (FeedbackRequestId?)null;
        var requests = await reading.ListAsync(viewer, after, FeedbackReading.PageSize + 1, cancellationToken);
        Requests = [.. requests.Take(FeedbackReading.PageSize)];
        More = requests.Count > FeedbackReading.PageSize ? Requests[^1].Id : null;
    }

    public static DateTimeOffset DateOf(OpenRequest request) =>
        request.State switch
        {
            FeedbackState.Answered => request.AnsweredAt!.Value,
            FeedbackState.Waiting or FeedbackState.Unanswered => request.ExpiresAt,
            _ => request.AskedAt,
        };

    public static bool IsNew(OpenRequest request) => request is { State: FeedbackState.Answered, ReadAt: null };
}
