using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Stories.Kit;

/// <summary>The interview with a senior leader (DOMAIN 5.4): forty-five minutes, five questions, on the screen and on paper.</summary>
public sealed class InterviewKitModel : PageModel;
